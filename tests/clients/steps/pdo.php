<?php
// PHP: PDO over libpq.
$shared = json_decode(file_get_contents(__DIR__ . "/steps.json"), true);
$env = fn($name, $default = null) => getenv("TOLLGATE_TEST_$name") ?: $default;

function database($options = []) {
    global $env;
    $dsn = "pgsql:host={$env('HOST', 'localhost')};port={$env('PORT')};dbname=tollgate;sslmode=verify-full;sslrootcert={$env('CA')}";
    return new PDO($dsn, $env("USER", "analyst"), $env("PASSWORD", "demo"), $options + [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
}

function same($found, $wanted) {
    if ($found !== $wanted) throw new Exception(json_encode($found) . " is not " . json_encode($wanted));
}

function fails($database, $statement, $sqlstate) {
    try {
        $database->query($statement)->fetchAll();
    } catch (PDOException $error) {
        return same($error->errorInfo[0], $sqlstate);
    }
    throw new Exception("no error");
}

function series($rows) {
    global $shared;
    $count = 0;
    foreach ($rows as [$number, $text]) {
        $count++;
        if ((int) $number !== $count || $text !== "row $count") throw new Exception("$number $text");
    }
    same($count, $shared["rows"]);
}

$steps = [
    "connect" => fn() => same(database()->query("SELECT current_user")->fetchColumn(), $env("USER", "analyst")),
    "types" => function () {
        $row = database()->query("SELECT true, 7::int2, 5000000000::int8, 12.340::numeric, 'ünï', NULL, ARRAY[1, 2]")->fetch(PDO::FETCH_NUM);
        same($row, [true, 7, 5000000000, "12.340", "ünï", null, "{1,2}"]);
        $meta = database()->query("SELECT user_id FROM exp.events LIMIT 1")->getColumnMeta(0);
        same([$meta["native_type"], $meta["table"]], ["text", "events"]);
    },
    "parameters" => function () {
        foreach ([true, false] as $emulate) {
            $database = database([PDO::ATTR_EMULATE_PREPARES => $emulate]);
            $statement = $database->prepare("SELECT ?::int4 + 1, ?::text, ?::numeric, ?::bool");
            $statement->execute([41, "it's", "1.50", "t"]);
            same($statement->fetch(PDO::FETCH_NUM), [42, "it's", "1.50", true]);
        }
    },
    "cursor" => function () use ($shared) {
        $database = database();
        $database->beginTransaction();
        $database->exec("DECLARE walk SCROLL CURSOR FOR {$shared['series']}");
        series((function () use ($database) {
            while ($rows = $database->query("FETCH FORWARD 10000 FROM walk")->fetchAll(PDO::FETCH_NUM)) yield from $rows;
        })());
        $database->rollBack();
        $statement = database()->prepare("SELECT i FROM generate_series(1, 50) AS g(i)", [PDO::ATTR_CURSOR => PDO::CURSOR_SCROLL]);
        $statement->execute();
        same($statement->fetch(PDO::FETCH_NUM, PDO::FETCH_ORI_LAST), [50]);
        same($statement->fetch(PDO::FETCH_NUM, PDO::FETCH_ORI_PRIOR), [49]);
    },
    "metadata" => function () use ($shared) {
        $found = [];
        foreach (database()->query($shared["columns"])->fetchAll(PDO::FETCH_NUM) as [$table, $column]) $found[$table][] = $column;
        same($found, $shared["tables"]);
    },
    "error" => function () {
        $database = database();
        fails($database, "SELECT 1 / 0", "22012");
        fails($database, "SELECT request_id FROM exp.flag_evaluations", "42703");
        same($database->query("SELECT 1")->fetchColumn(), 1);
    },
    "cancel" => function () use ($shared, $env) {
        $plain = pg_connect("host={$env('HOST', 'localhost')} port={$env('PORT')} dbname=tollgate user={$env('USER', 'analyst')} password={$env('PASSWORD', 'demo')} sslmode=verify-full sslrootcert={$env('CA')}");
        pg_send_query($plain, $shared["slow"]);
        usleep(700000);
        pg_cancel_query($plain);
        same(pg_fetch_result(pg_query($plain, "SELECT 'x'"), 0, 0), "x");
        same(pg_meta_data($plain, "exp.events") !== false, true);
    },
    "copy" => fn() => series(array_map(fn($line) => explode("\t", rtrim($line)), database()->pgsqlCopyToArray("(" . $shared["series"] . ")"))),
    "transaction" => function () {
        $database = database();
        $database->beginTransaction();
        fails($database, "SELECT 1 / 0", "22012");
        fails($database, "SELECT 1", "25P02");
        $database->rollBack();
        same($database->query("SELECT 1")->fetchColumn(), 1);
    },
];

echo "client PDO ", phpversion("pdo_pgsql"), "\n";
$failed = 0;
foreach ($steps as $step => $work) {
    try {
        $work();
        echo "ok $step\n";
    } catch (Throwable $error) {
        $failed = 1;
        echo "FAILED $step\n$error\n";
    }
}
exit($failed);
