// C++: libpqxx.
#include <chrono>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <pqxx/pqxx>
#include <regex>
#include <sstream>
#include <thread>

using Work = std::function<void()>;

static std::string env(const char *name, const char *otherwise) {
    const char *value = std::getenv((std::string("TOLLGATE_TEST_") + name).c_str());
    return value ? value : otherwise;
}

static std::string shared;

// The text of one key of steps.json.
static std::string text(const std::string &key) {
    std::smatch found;
    if (!std::regex_search(shared, found, std::regex("\"" + key + "\": \"((?:[^\"\\\\]|\\\\.)*)\""))) throw std::runtime_error(key);
    return found[1];
}

static std::string address() {
    return "host=" + env("HOST", "localhost") + " port=" + env("PORT", "") + " user=" + env("USER", "analyst") + " password=" + env("PASSWORD", "demo") +
           " dbname=tollgate sslmode=verify-full sslrootcert=" + env("CA", "") + " application_name=pqxx-app options='-c search_path=exp'";
}

static void same(const std::string &found, const std::string &wanted) {
    if (found != wanted) throw std::runtime_error(found + " is not " + wanted);
}

template <typename Transaction> static void fails(Transaction &work, const std::string &sql, const std::string &state) {
    try {
        work.exec(sql);
    } catch (const pqxx::sql_error &error) {
        same(error.sqlstate(), state);
        return;
    }
    throw std::runtime_error("no error where " + state + " was to come");
}

struct Counter {
    int count = 0;
    void row(int number, const std::string &name) {
        ++count;
        same(std::to_string(number), std::to_string(count));
        same(name, "row " + std::to_string(count));
    }
    void whole() const { same(std::to_string(count), "100000"); }
};

static void connects() {
    pqxx::connection connection(address());
    pqxx::nontransaction work(connection);
    same(work.exec1("SELECT current_user::text || ' ' || current_setting('search_path')")[0].as<std::string>(), env("USER", "analyst") + " exp");
    if (connection.server_version() < 150000) throw std::runtime_error("version");
}

static void types() {
    pqxx::connection connection(address());
    pqxx::read_transaction work(connection);
    auto row = work.exec1(
        "SELECT true, 7::int2, -70000, 5000000000, 2.5::float8, 12.340, 'ünï', '\\x00ff'::bytea, DATE '2024-02-29', "
        "TIMESTAMPTZ '2024-02-29 12:34:56+00', ARRAY['a', NULL], NULL::int4");
    if (!row[0].as<bool>() || row[1].as<short>() != 7 || row[2].as<int>() != -70000) throw std::runtime_error("integers");
    if (row[3].as<long long>() != 5000000000LL || row[4].as<double>() != 2.5 || !row[11].is_null()) throw std::runtime_error("numbers");
    same(row[5].as<std::string>(), "12.340");
    same(row[6].as<std::string>(), "ünï");
    same(std::to_string(pqxx::binarystring(row[7]).size()), "2");
    same(row[8].as<std::string>(), "2024-02-29");
    auto array = row[10].as_array();
    array.get_next();
    same(array.get_next().second, "a");
    if (row[0].type() != 16 || row[10].type() != 1009) throw std::runtime_error("types");
}

static void parameters() {
    pqxx::connection connection(address());
    connection.prepare("kept", "SELECT $1::int4 + 1, $2::text || '!', $3::numeric, $4::date, $5::bool, $6::int8");
    pqxx::work work(connection);
    for (int again = 0; again < 3; ++again) {
        auto row = work.exec_prepared1("kept", 41, "it's", "-1.50", "2024-02-29", true, nullptr);
        same(row[0].as<std::string>() + row[1].as<std::string>() + row[2].as<std::string>() + row[3].as<std::string>(), "42it's!-1.502024-02-29");
        if (!row[5].is_null()) throw std::runtime_error("not null");
    }
    same(work.exec_params1("SELECT count(*) FROM events WHERE user_id = $1 AND event_value > $2", "nobody", 1.5)[0].as<std::string>(), "0");
    work.commit();
}

static void cursor() {
    pqxx::connection connection(address());
    pqxx::work work(connection);
    pqxx::stateless_cursor<pqxx::cursor_base::read_only, pqxx::cursor_base::owned> cursor(work, text("series"), "walk", false);
    same(std::to_string(cursor.size()), "100000");
    Counter counter;
    for (int at = 0; at < 100000; at += 10000)
        for (const auto &row : cursor.retrieve(at, at + 10000)) counter.row(row[0].as<int>(), row[1].as<std::string>());
    counter.whole();
    pqxx::icursorstream stream(work, text("series"), "stream", 9000);
    pqxx::result block;
    Counter again;
    while (stream >> block)
        for (const auto &row : block) again.row(row[0].as<int>(), row[1].as<std::string>());
    again.whole();
}

static void metadata() {
    pqxx::connection connection(address());
    pqxx::read_transaction work(connection);
    std::map<std::string, std::string> found;
    for (const auto &row : work.exec(text("columns"))) found[row[0].as<std::string>()] += "\"" + row[1].as<std::string>() + "\", ";
    for (const auto &table : found) {
        std::string line = "\"" + table.first + "\": [" + table.second.substr(0, table.second.size() - 2) + "]";
        if (shared.find(line) == std::string::npos) throw std::runtime_error(line);
    }
    same(std::to_string(found.size()), "4");
    auto rows = work.exec("SELECT user_id, event_value FROM events LIMIT 0");
    auto table = rows.column_table(0);
    same(work.exec1("SELECT relname FROM pg_class WHERE oid = " + std::to_string(table))[0].as<std::string>(), "events");
    same(std::to_string(rows.table_column(0)), "0");
}

static void error() {
    pqxx::connection connection(address());
    pqxx::nontransaction work(connection);
    fails(work, "SELECT 1 / 0", "22012");
    fails(work, "SELECT request_id FROM flag_evaluations", "42703");
    fails(work, "SELEC", "42601");
    fails(work, "SELECT * FROM nosuch", "42P01");
    same(work.exec1("SELECT 1")[0].as<std::string>(), "1");
}

static void cancel() {
    pqxx::connection connection(address());
    pqxx::nontransaction work(connection);
    std::thread other([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(700));
        connection.cancel_query();
    });
    try {
        fails(work, text("slow"), "57014");
    } catch (...) {
        other.join();
        throw;
    }
    other.join();
    same(work.exec1("SELECT 1")[0].as<std::string>(), "1");
}

static void copy() {
    pqxx::connection connection(address());
    pqxx::work work(connection);
    // Its reader knows tables and their columns only.
    std::vector<std::string> columns{"user_id", "event_type"};
    pqxx::stream_from rows(work, "events", columns.begin(), columns.end());
    std::string line;
    long count = 0;
    while (rows.get_raw_line(line)) ++count;
    rows.complete();
    same(std::to_string(count), work.exec1("SELECT count(*) FROM events")[0].as<std::string>());
}

static void transaction() {
    pqxx::connection connection(address());
    {
        pqxx::transaction<pqxx::serializable, pqxx::read_only> work(connection);
        same(work.exec1("SHOW transaction_isolation")[0].as<std::string>(), "serializable");
        {
            pqxx::subtransaction inner(work, "here");
            fails(inner, "SELECT 1 / 0", "22012");
        }
        same(work.exec1("SELECT 2")[0].as<std::string>(), "2");
        work.commit();
    }
    {
        pqxx::nontransaction work(connection);
        work.exec("BEGIN");
        fails(work, "SELECT 1 / 0", "22012");
        fails(work, "SELECT 1", "25P02");
        work.exec("ROLLBACK");
    }
    pqxx::perform([&] {
        pqxx::work work(connection);
        pqxx::pipeline pipe(work);
        auto one = pipe.insert("SELECT 1"), two = pipe.insert("SELECT 2");
        same(pipe.retrieve(two)[0][0].as<std::string>() + pipe.retrieve(one)[0][0].as<std::string>(), "21");
        pipe.complete();
        work.commit();
    });
}

int main(int, char **arguments) {
    std::ifstream file(arguments[1]);
    std::stringstream whole;
    whole << file.rdbuf();
    shared = whole.str();
    std::pair<const char *, Work> steps[] = {{"connect", connects}, {"types", types}, {"parameters", parameters}, {"cursor", cursor}, {"metadata", metadata},
                                             {"error", error}, {"cancel", cancel}, {"copy", copy}, {"transaction", transaction}};
    std::cout << "client C++ libpqxx " << PQXX_VERSION << std::endl;
    int failed = 0;
    for (const auto &step : steps) {
        try {
            step.second();
            std::cout << "ok " << step.first << std::endl;
        } catch (const std::exception &problem) {
            failed = 1;
            std::cout << "FAILED " << step.first << "\n" << problem.what() << std::endl;
        }
    }
    return failed;
}
