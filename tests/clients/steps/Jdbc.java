// Java: PostgreSQL's own JDBC driver.
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.*;
import java.sql.*;
import java.time.*;
import java.util.*;
import java.util.regex.*;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

public class Jdbc {
    interface Step { void run() throws Exception; }

    static String env(String name, String otherwise) {
        String value = System.getenv("TOLLGATE_TEST_" + name);
        return value == null ? otherwise : value;
    }

    static String shared;

    /** The text of one key of steps.json. */
    static String shared(String key) {
        Matcher found = Pattern.compile("\"" + key + "\": \"((?:[^\"\\\\]|\\\\.)*)\"").matcher(shared);
        if (!found.find()) throw new IllegalStateException(key);
        return found.group(1);
    }

    /** Tables and their columns. */
    static Map<String, List<String>> tables() {
        Map<String, List<String>> tables = new TreeMap<>();
        String part = shared.substring(shared.indexOf("\"tables\""));
        Matcher table = Pattern.compile("\"(\\w+)\": \\[([^\\]]*)\\]").matcher(part);
        while (table.find()) {
            List<String> columns = new ArrayList<>();
            Matcher column = Pattern.compile("\"(\\w+)\"").matcher(table.group(2));
            while (column.find()) columns.add(column.group(1));
            tables.put(table.group(1), columns);
        }
        return tables;
    }

    static Connection connect(String... more) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", env("USER", "analyst"));
        properties.setProperty("password", env("PASSWORD", "demo"));
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", env("CA", null));
        for (int at = 0; at < more.length; at += 2) properties.setProperty(more[at], more[at + 1]);
        return DriverManager.getConnection(
            "jdbc:postgresql://" + env("HOST", "localhost") + ":" + env("PORT", null) + "/tollgate", properties);
    }

    static void same(Object found, Object wanted) {
        if (!Objects.equals(found, wanted)) throw new IllegalStateException(found + " is not " + wanted);
    }

    static Object one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getObject(1);
        }
    }

    static void fails(Connection connection, String sql, String state) throws SQLException {
        try {
            one(connection, sql);
        } catch (SQLException error) {
            same(error.getSQLState(), state);
            return;
        }
        throw new IllegalStateException("no error");
    }

    static void series(ResultSet rows) throws SQLException {
        int count = 0;
        while (rows.next()) {
            count++;
            if (rows.getInt(1) != count || !rows.getString(2).equals("row " + count)) throw new IllegalStateException("row " + count);
        }
        same(count, 100_000);
    }

    static void types() throws SQLException {
        for (String mode : List.of("simple", "extended", "extendedForPrepared", "extendedCacheEverything")) {
            try (Connection connection = connect("preferQueryMode", mode, "prepareThreshold", "-1")) {
                for (int again = 0; again < 7; again++) {
                    try (PreparedStatement statement = connection.prepareStatement(
                            "SELECT true, 7::int2, -70000::int4, 5000000000::int8, 2.5::float8, 12.340::numeric, 'ünï'::text,"
                            + " DATE '2024-02-29', TIMESTAMPTZ '2024-02-29 12:34:56+00', ARRAY[1, NULL], '\\x00ff'::bytea, NULL::int4");
                            ResultSet row = statement.executeQuery()) {
                        row.next();
                        same(row.getBoolean(1), true);
                        same(row.getInt(2), 7);
                        same(row.getInt(3), -70000);
                        same(row.getLong(4), 5_000_000_000L);
                        same(row.getDouble(5), 2.5);
                        same(row.getBigDecimal(6), new BigDecimal("12.340"));
                        same(row.getString(7), "ünï");
                        same(row.getObject(8, LocalDate.class), LocalDate.of(2024, 2, 29));
                        same(row.getObject(9, OffsetDateTime.class).toInstant(), Instant.parse("2024-02-29T12:34:56Z"));
                        same(Arrays.asList((Integer[]) row.getArray(10).getArray()), Arrays.asList(1, null));
                        same(row.getBytes(11).length, 2);
                        same(row.getObject(12), null);
                    }
                }
            }
        }
    }

    static void parameters() throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement("SELECT ? + 1, ?, ?, ?::date, ?, ?")) {
            for (int again = 0; again < 7; again++) {
                statement.setInt(1, 41);
                statement.setString(2, "it's");
                statement.setBigDecimal(3, new BigDecimal("1.50"));
                statement.setObject(4, LocalDate.of(2024, 2, 29));
                statement.setBoolean(5, true);
                statement.setTimestamp(6, Timestamp.from(Instant.parse("2024-02-29T12:34:56Z")));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    same(row.getInt(1), 42);
                    same(row.getString(2), "it's");
                    same(row.getBigDecimal(3), new BigDecimal("1.50"));
                    same(row.getObject(4, LocalDate.class), LocalDate.of(2024, 2, 29));
                    same(row.getBoolean(5), true);
                }
            }
        }
    }

    static void metadata() throws SQLException {
        try (Connection connection = connect()) {
            DatabaseMetaData about = connection.getMetaData();
            Map<String, List<String>> found = new TreeMap<>();
            try (ResultSet rows = about.getTables(null, "exp", "%", null)) {
                while (rows.next()) found.put(rows.getString("TABLE_NAME"), new ArrayList<>());
            }
            try (ResultSet rows = about.getColumns(null, "exp", "%", "%")) {
                while (rows.next()) found.get(rows.getString("TABLE_NAME")).add(rows.getString("COLUMN_NAME"));
            }
            same(found, tables());
            for (ResultSet rows : new ResultSet[] {
                    about.getPrimaryKeys(null, "exp", "events"), about.getImportedKeys(null, "exp", "events"),
                    about.getExportedKeys(null, "exp", "events"), about.getCrossReference(null, "exp", "events", null, "exp", "events"),
                    about.getIndexInfo(null, "exp", "events", false, false), about.getBestRowIdentifier(null, "exp", "events", 0, true),
                    about.getVersionColumns(null, "exp", "events"), about.getTablePrivileges(null, "exp", "events"),
                    about.getColumnPrivileges(null, "exp", "events", "%"), about.getTypeInfo(), about.getSchemas(), about.getCatalogs(),
                    about.getTableTypes(), about.getProcedures(null, null, "%"), about.getProcedureColumns(null, null, "abs", "%"),
                    about.getFunctions(null, null, "%"), about.getFunctionColumns(null, null, "abs", "%"),
                    about.getUDTs(null, null, "%", null), about.getClientInfoProperties() }) {
                while (rows.next()) rows.getObject(1);
                rows.close();
            }
            same(about.getSQLKeywords().isEmpty(), false);
            same(about.getMaxColumnNameLength(), 63);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT user_id FROM exp.events LIMIT 1")) {
                ResultSetMetaData columns = rows.getMetaData();
                same(((org.postgresql.PGResultSetMetaData) columns).getBaseTableName(1), "events");
                same(columns.isAutoIncrement(1), false);
                same(columns.isNullable(1) >= 0, true);
            }
        }
    }

    static void cancel() throws Exception {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            new Timer(true).schedule(new TimerTask() {
                public void run() {
                    try { statement.cancel(); } catch (SQLException error) { error.printStackTrace(); }
                }
            }, 700);
            try {
                statement.executeQuery(shared("slow"));
                throw new IllegalStateException("no error");
            } catch (SQLException error) {
                same(error.getSQLState(), "57014");
            }
            statement.setQueryTimeout(1);
            try {
                statement.executeQuery(shared("slow"));
                throw new IllegalStateException("no error");
            } catch (SQLException error) {
                same(error.getSQLState(), "57014");
            }
            same(one(connection, "SELECT 1"), 1);
        }
    }

    static void transaction() throws SQLException {
        try (Connection connection = connect("autosave", "never")) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            same(one(connection, "SHOW transaction_isolation"), "repeatable read");
            Savepoint here = connection.setSavepoint("here we are");
            fails(connection, "SELECT 1 / 0", "22012");
            fails(connection, "SELECT 1", "25P02");
            connection.rollback(here);
            same(one(connection, "SELECT 1"), 1);
            connection.commit();
        }
        try (Connection connection = connect("autosave", "always")) {
            connection.setAutoCommit(false);
            fails(connection, "SELECT 1 / 0", "22012");
            same(one(connection, "SELECT 1"), 1);
            connection.rollback();
        }
    }

    public static void main(String[] arguments) throws Exception {
        shared = Files.readString(Path.of(arguments[0]));
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("connect", () -> { try (Connection c = connect()) { same(one(c, "SELECT current_user::text"), env("USER", "analyst")); } });
        steps.put("types", Jdbc::types);
        steps.put("parameters", Jdbc::parameters);
        steps.put("cursor", () -> {
            try (Connection c = connect(); Statement statement = c.createStatement()) {
                c.setAutoCommit(false);
                statement.setFetchSize(5_000);
                series(statement.executeQuery(shared("series")));
            }
        });
        steps.put("metadata", Jdbc::metadata);
        steps.put("error", () -> {
            try (Connection c = connect()) {
                fails(c, "SELECT 1 / 0", "22012");
                fails(c, "SELECT request_id FROM exp.flag_evaluations", "42703");
                same(one(c, "SELECT 1"), 1);
            }
        });
        steps.put("cancel", Jdbc::cancel);
        steps.put("copy", () -> {
            try (Connection c = connect()) {
                StringWriter out = new StringWriter();
                same(new CopyManager(c.unwrap(BaseConnection.class)).copyOut("COPY (" + shared("series") + ") TO STDOUT", out), 100_000L);
                same(out.toString().startsWith("1\trow 1\n2\trow 2\n"), true);
            }
        });
        steps.put("transaction", Jdbc::transaction);
        System.out.println("client pgjdbc " + org.postgresql.Driver.class.getPackage().getImplementationVersion());
        boolean failed = false;
        for (Map.Entry<String, Step> step : steps.entrySet()) {
            try {
                step.getValue().run();
                System.out.println("ok " + step.getKey());
            } catch (Throwable error) {
                failed = true;
                System.out.println("FAILED " + step.getKey());
                error.printStackTrace(System.out);
            }
        }
        System.exit(failed ? 1 : 0);
    }
}
