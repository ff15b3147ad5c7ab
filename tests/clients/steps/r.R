# R: RPostgreSQL through DBI, and RODBC through psqlODBC.
suppressPackageStartupMessages({ library(DBI); library(RPostgreSQL); library(RODBC) })

env <- function(name, otherwise = "") Sys.getenv(paste0("TOLLGATE_TEST_", name), otherwise)
folder <- commandArgs(trailingOnly = TRUE)[1]
text <- paste(readLines(file.path(folder, "steps.json"), warn = FALSE), collapse = "\n")
shared <- function(key) sub(paste0('.*"', key, '": "((?:[^"\\\\]|\\\\.)*)".*'), "\\1", gsub("\n", " ", text), perl = TRUE)
names_in <- function(words) gsub('"', "", regmatches(words, gregexpr('"[^"]*"', words))[[1]])
# Tables and their columns.
found <- regmatches(text, gregexpr('"\\w+": \\[[^]]*\\]', text))[[1]]
tables <- setNames(lapply(found, function(line) names_in(line)[-1]), vapply(found, function(line) names_in(line)[1], ""))

same <- function(found, wanted) if (!identical(found, wanted)) stop(paste(c("found", format(found), "not", format(wanted)), collapse = " "))
host <- env("HOST", "localhost")
address <- sprintf(
  "host=%s port=%s user=%s password=%s dbname=tollgate sslmode=verify-full sslrootcert=%s application_name=r-app options='-c search_path=exp'",
  host, env("PORT"), env("USER", "analyst"), env("PASSWORD", "demo"), env("CA"))
connect <- function() dbConnect(PostgreSQL(), dbname = address)
driver <- Sys.glob("/usr/lib/*/odbc/psqlodbcw.so")[1]
odbc <- function(more = "") {
  # libpq reads the certificate's place from the environment.
  Sys.setenv(PGSSLROOTCERT = env("CA"))
  channel <- odbcDriverConnect(sprintf("Driver=%s;Server=%s;Port=%s;Database=tollgate;UID=%s;PWD=%s;SSLmode=verify-full;%s",
    driver, host, env("PORT"), env("USER", "analyst"), env("PASSWORD", "demo"), more))
  if (identical(channel, -1L)) stop("no connection")
  channel
}

series <- function(read) {
  count <- 0L
  repeat {
    rows <- read()
    if (!is.data.frame(rows) || nrow(rows) == 0) break
    wanted <- count + seq_len(nrow(rows))
    same(as.integer(rows[[1]]), as.integer(wanted))
    same(as.character(rows[[2]]), paste("row", wanted))
    count <- count + nrow(rows)
  }
  same(count, 100000L)
}

fails <- function(db, sql, said) {
  try(suppressWarnings(dbGetQuery(db, sql)), silent = TRUE)
  problem <- dbGetException(db)$errorMsg
  if (!grepl(said, problem)) stop(paste(sql, "said", problem))
}

steps <- list(
  connect = function() {
    db <- connect(); same(dbGetQuery(db, "SELECT current_user::text AS me")$me, env("USER", "analyst"))
    same(dbGetInfo(db)$dbname, "tollgate"); dbDisconnect(db)
    channel <- odbc(); same(as.character(sqlQuery(channel, "SELECT current_user::text AS me")$me), env("USER", "analyst")); odbcClose(channel)
  },
  types = function() {
    db <- connect()
    row <- dbGetQuery(db, "SELECT true AS a, 7::int2 AS b, -70000 AS c, 5000000000 AS d, 2.5::float8 AS e, 12.340 AS f, 'x\u00fc' AS g,
      DATE '2024-02-29' AS h, TIMESTAMPTZ '2024-02-29 12:34:56+00' AS i, NULL::int4 AS j")
    same(row$a, TRUE); same(row$b, 7L); same(row$c, -70000L); same(row$d, 5e9); same(row$e, 2.5); same(row$f, 12.34)
    same(format(row$h), "2024-02-29"); same(as.numeric(as.POSIXct(row$i, tz = "UTC")), 1709210096); same(is.na(row$j), TRUE)
    dbDisconnect(db)
    channel <- odbc()
    row <- sqlQuery(channel, "SELECT 7::int2 AS b, 2.5::float8 AS e, 12.340 AS f, 'x'::text AS g, DATE '2024-02-29' AS h", stringsAsFactors = FALSE)
    same(row$b, 7L); same(row$e, 2.5); same(row$f, 12.34); same(row$g, "x"); same(format(row$h), "2024-02-29")
    odbcClose(channel)
  },
  parameters = function() {
    db <- connect()
    row <- dbGetQuery(db, "SELECT $1::int4 + 1 AS a, $2::text || '!' AS b, $3::numeric AS c", c(41, "it's", "-1.50"))
    same(row$a, 42L); same(row$b, "it's!"); same(row$c, -1.5)
    dbDisconnect(db)
  },
  cursor = function() {
    db <- connect()
    rows <- dbSendQuery(db, shared("series")); series(function() fetch(rows, n = 9000)); dbClearResult(rows)
    dbDisconnect(db)
    channel <- odbc("UseDeclareFetch=1;Fetch=5000")
    odbcQuery(channel, shared("series"))
    series(function() sqlGetResults(channel, max = 9000, stringsAsFactors = FALSE))
    odbcClose(channel)
  },
  metadata = function() {
    db <- connect()
    rows <- dbGetQuery(db, shared("columns"))
    same(lapply(split(rows$column_name, rows$table_name), as.character)[names(tables)], tables)
    same(all(names(tables) %in% dbListTables(db)), TRUE)
    same(dbExistsTable(db, "events"), TRUE); same(dbListFields(db, "events"), tables$events)
    same(names(dbReadTable(db, "events")), tables$events)
    dbDisconnect(db)
    channel <- odbc()
    listed <- sqlTables(channel, schema = "exp"); same(sort(as.character(listed$TABLE_NAME)), sort(names(tables)))
    same(as.character(sqlColumns(channel, "events", schema = "exp")$COLUMN_NAME), tables$events)
    same(nrow(sqlPrimaryKeys(channel, "events", schema = "exp")), 0L)
    odbcClose(channel)
  },
  error = function() {
    db <- connect()
    fails(db, "SELECT 1 / 0", "division by zero"); fails(db, "SELECT request_id FROM flag_evaluations", "does not exist")
    same(dbGetQuery(db, "SELECT 1 AS a")$a, 1L); dbDisconnect(db)
    channel <- odbc(); said <- paste(sqlQuery(channel, "SELECT 1 / 0"), collapse = " ")
    same(grepl("22012", said), TRUE); same(sqlQuery(channel, "SELECT 1 AS a")$a, 1L); odbcClose(channel)
  },
  transaction = function() {
    db <- connect()
    dbBegin(db); fails(db, "SELECT 1 / 0", "division by zero"); fails(db, "SELECT 1", "transaction is aborted"); dbRollback(db)
    dbBegin(db); same(dbGetQuery(db, "SELECT 2 AS a")$a, 2L); dbCommit(db); dbDisconnect(db)
    channel <- odbc(); odbcSetAutoCommit(channel, FALSE); same(sqlQuery(channel, "SELECT 1 AS a")$a, 1L); odbcEndTran(channel, FALSE); odbcClose(channel)
  }
)

cat(sprintf("client R RPostgreSQL and RODBC %s\n", packageVersion("RPostgreSQL")))
failed <- FALSE
for (name in c("connect", "types", "parameters", "cursor", "metadata", "error", "cancel", "copy", "transaction")) {
  if (is.null(steps[[name]])) { cat("none", name, "\n", sep = c(" ", "", "")); next }
  problem <- tryCatch({ steps[[name]](); NULL }, error = conditionMessage)
  if (is.null(problem)) cat(sprintf("ok %s\n", name)) else { failed <- TRUE; cat(sprintf("FAILED %s\n%s\n", name, problem)) }
}
quit(status = as.integer(failed))
