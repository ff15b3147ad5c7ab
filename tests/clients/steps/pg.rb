# Ruby: pg.
require "json"
require "pg"

SHARED = JSON.parse(File.read(File.join(__dir__, "steps.json")))
USER = ENV.fetch("TOLLGATE_TEST_USER", "analyst")

def connection
  connection = PG.connect(
    host: ENV.fetch("TOLLGATE_TEST_HOST", "localhost"), port: ENV.fetch("TOLLGATE_TEST_PORT"), user: USER,
    password: ENV.fetch("TOLLGATE_TEST_PASSWORD", "demo"), dbname: "tollgate", sslmode: "verify-full",
    sslrootcert: ENV.fetch("TOLLGATE_TEST_CA")
  )
  yield connection
ensure
  connection&.close
end

def same(found, wanted)
  raise "#{found.inspect} is not #{wanted.inspect}" unless found == wanted
end

def fails(sqlstate)
  yield
rescue PG::Error => error
  same(error.result.error_field(PG::PG_DIAG_SQLSTATE), sqlstate)
else
  raise "no error"
end

def series(rows)
  count = 0
  rows.each do |number, text|
    count += 1
    same([number.to_i, text], [count, "row #{count}"])
  end
  same(count, SHARED["rows"])
end

STEPS = {
  connect: -> { connection { |c| same(c.exec("SELECT current_user").getvalue(0, 0), USER) } },
  types: lambda do
    connection do |c|
      c.type_map_for_results = PG::BasicTypeMapForResults.new(c)
      row = c.exec("SELECT true, 7::int2, 5000000000::int8, 2.5::float8, 12.340::numeric, 'ünï', ARRAY[1, NULL], NULL").values[0]
      same(row, [true, 7, 5_000_000_000, 2.5, BigDecimal("12.34"), "ünï", [1, nil], nil])
      binary = c.exec_params("SELECT 7::int4", [], 1).getvalue(0, 0)
      same(binary, 7)
    end
  end,
  parameters: lambda do
    connection do |c|
      same(c.exec_params("SELECT $1::int4 + 1, $2::text", [41, "it's"]).values, [["42", "it's"]])
      c.prepare("one", "SELECT $1::int8 * 2")
      same(c.exec_prepared("one", [21]).values, [["42"]])
      same(c.describe_prepared("one").ftype(0), 20)
    end
  end,
  cursor: lambda do
    connection do |c|
      c.transaction do
        c.exec("DECLARE walk NO SCROLL CURSOR FOR #{SHARED["series"]}")
        series(Enumerator.new { |rows| while (block = c.exec("FETCH 10000 FROM walk").values).any? do block.each { |row| rows << row } end })
      end
      c.send_query(SHARED["series"])
      c.set_single_row_mode
      series(Enumerator.new { |rows| while (result = c.get_result) do result.values.each { |row| rows << row } end })
    end
  end,
  metadata: lambda do
    connection do |c|
      found = Hash.new { |hash, table| hash[table] = [] }
      c.exec(SHARED["columns"]).values.each { |table, column| found[table] << column }
      same(found, SHARED["tables"])
    end
  end,
  error: lambda do
    connection do |c|
      fails("22012") { c.exec("SELECT 1 / 0") }
      fails("42703") { c.exec("SELECT request_id FROM exp.flag_evaluations") }
      same(c.exec("SELECT 1").getvalue(0, 0), "1")
    end
  end,
  cancel: lambda do
    connection do |c|
      c.send_query(SHARED["slow"])
      sleep 0.7
      c.cancel
      fails("57014") { c.get_last_result }
      same(c.exec("SELECT 1").getvalue(0, 0), "1")
    end
  end,
  copy: lambda do
    connection do |c|
      rows = []
      c.copy_data("COPY (#{SHARED["series"]}) TO STDOUT") { while (line = c.get_copy_data) do rows << line.chomp.split("\t") end }
      series(rows)
    end
  end,
  transaction: lambda do
    connection do |c|
      c.exec("BEGIN READ ONLY")
      fails("22012") { c.exec("SELECT 1 / 0") }
      fails("25P02") { c.exec("SELECT 1") }
      c.exec("ROLLBACK")
      same(c.exec("SELECT 1").getvalue(0, 0), "1")
    end
  end
}.freeze

$stdout.sync = true
puts "client Ruby pg #{PG::VERSION}"
failed = STEPS.reject do |step, work|
  work.call
  puts "ok #{step}"
  true
rescue StandardError => error
  puts "FAILED #{step}", error.full_message(highlight: false)
  false
end
exit failed.empty? ? 0 : 1
