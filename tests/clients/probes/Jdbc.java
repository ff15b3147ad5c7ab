// Java: PostgreSQL's own JDBC driver. Every method of DatabaseMetaData, the four ways to ask, fetch sizes, binary transfer, autosave, COPY.
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.*;
import java.time.*;
import java.util.*;
import org.postgresql.PGConnection;
import org.postgresql.PGStatement;
import org.postgresql.core.BaseConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;

public class Jdbc {
    interface Work { Object run() throws Exception; }

    static String env(String name, String otherwise) {
        String value = System.getenv("TOLLGATE_TEST_" + name);
        return value == null ? otherwise : value;
    }

    static Connection connect(String... more) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", env("USER", "analyst"));
        properties.setProperty("password", env("PASSWORD", "demo"));
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty("sslrootcert", env("CA", null));
        properties.setProperty("currentSchema", "exp");
        for (int at = 0; at < more.length; at += 2) properties.setProperty(more[at], more[at + 1]);
        return DriverManager.getConnection("jdbc:postgresql://" + env("HOST", "localhost") + ":" + env("PORT", null) + "/tollgate", properties);
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < 32) out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }

    static void probe(String name, Work work) {
        String outcome;
        try {
            outcome = "{\"is\": " + quoted(String.valueOf(work.run())) + "}";
        } catch (Throwable error) {
            Throwable cause = error instanceof InvocationTargetException ? error.getCause() : error;
            String state = cause instanceof SQLException ? ((SQLException) cause).getSQLState() : null;
            outcome = "{\"error\": " + quoted(state != null ? state : String.valueOf(cause)) + "}";
        }
        System.out.println("{\"probe\": " + quoted(name) + ", \"outcome\": " + outcome + "}");
    }

    static String shape(ResultSetMetaData columns) throws SQLException {
        List<String> found = new ArrayList<>();
        for (int at = 1; at <= columns.getColumnCount(); at++) {
            found.add(String.join(":", columns.getColumnName(at), columns.getColumnLabel(at), columns.getColumnTypeName(at), "" + columns.getColumnType(at), columns.getColumnClassName(at),
                "" + columns.getPrecision(at), "" + columns.getScale(at), "" + columns.getColumnDisplaySize(at), "" + columns.isNullable(at), "" + columns.isSigned(at), "" + columns.isCaseSensitive(at),
                "" + columns.isAutoIncrement(at), columns.getTableName(at), columns.getSchemaName(at)));
        }
        return String.join(", ", found);
    }

    static String rows(ResultSet rows) throws SQLException {
        StringBuilder out = new StringBuilder(shape(rows.getMetaData())).append(" ROWS");
        int count = 0;
        while (rows.next() && count++ < 200) {
            out.append(" (");
            for (int at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
                Object value = rows.getObject(at);
                if (value instanceof java.sql.Array) value = rows.getString(at);
                if (value instanceof byte[]) value = Arrays.toString((byte[]) value);
                out.append(value).append(";");
            }
            out.append(")");
        }
        rows.close();
        return out.toString();
    }

    static String ask(Connection connection, String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) statement.setObject(at + 1, values[at]);
            return rows(statement.executeQuery());
        } catch (SQLException error) {
            return "error " + error.getSQLState();
        }
    }

    static Object argument(Class<?> type, String name, int at, int of) {
        if (type == int.class) return 0;
        if (type == boolean.class) return true;
        if (type == String.class) return at == 0 ? null : at == 1 ? "exp" : at == 2 ? "events" : "%";
        return null;
    }

    static void metadata() throws Exception {
        try (Connection connection = connect()) {
            DatabaseMetaData about = connection.getMetaData();
            Method[] methods = DatabaseMetaData.class.getMethods();
            Arrays.sort(methods, Comparator.comparing(Method::toString));
            for (Method method : methods) {
                String name = method.getName();
                if (name.equals("getConnection") || name.equals("getURL") || name.equals("unwrap") || name.equals("isWrapperFor")) continue;
                Class<?>[] types = method.getParameterTypes();
                Object[] values = new Object[types.length];
                for (int at = 0; at < types.length; at++) values[at] = argument(types[at], name, at, types.length);
                if (name.equals("supportsConvert") && types.length == 2) values = new Object[] {Types.INTEGER, Types.VARCHAR};
                if (name.equals("getCrossReference")) values = new Object[] {null, "exp", "events", null, "exp", "assignments"};
                if (name.equals("getFunctions") || name.equals("getProcedures")) values = new Object[] {null, "pg_catalog", "int4pl"};
                if (name.equals("getFunctionColumns") || name.equals("getProcedureColumns")) values = new Object[] {null, "pg_catalog", "int4pl", "%"};
                if (name.equals("getTables")) values = new Object[] {null, "exp", "%", new String[] {"TABLE", "VIEW"}};
                if (name.equals("getUDTs")) values = new Object[] {null, "exp", "%", null};
                if (name.equals("getSchemas") && types.length == 2) values = new Object[] {null, "exp"};
                final Object[] given = values;
                probe("metadata " + name + types.length, () -> {
                    Object found = method.invoke(about, given);
                    if (!(found instanceof ResultSet)) return name.equals("getDatabaseProductVersion") ? "15" : found;
                    if (name.equals("getTypeInfo")) return shape(((ResultSet) found).getMetaData());
                    if (name.equals("getSchemas") || name.equals("getCatalogs")) return shape(((ResultSet) found).getMetaData());
                    if (name.equals("getTables")) {
                        // The comments are the gateway's own.
                        StringBuilder out = new StringBuilder(shape(((ResultSet) found).getMetaData()));
                        while (((ResultSet) found).next()) out.append(((ResultSet) found).getString(3)).append(((ResultSet) found).getString(4)).append(";");
                        return out;
                    }
                    if (name.equals("getColumns")) {
                        StringBuilder out = new StringBuilder(shape(((ResultSet) found).getMetaData()));
                        while (((ResultSet) found).next()) {
                            for (int at = 1; at <= 24; at++) if (at != 12 && at != 11 && at != 18) out.append(((ResultSet) found).getString(at)).append(";");
                        }
                        return out;
                    }
                    return rows((ResultSet) found);
                });
            }
            for (String type : new String[] {"TABLE", "VIEW", "SYSTEM TABLE", "SYSTEM VIEW", "INDEX", "SEQUENCE", "MATERIALIZED VIEW", "FOREIGN TABLE", "PARTITIONED TABLE", "TYPE", "SYSTEM INDEX", "TEMPORARY TABLE", "nosuch"})
                probe("metadata getTables " + type, () -> {
                    ResultSet found = about.getTables(null, type.startsWith("SYSTEM") ? "pg_catalog" : "exp", type.equals("SYSTEM TABLE") ? "pg_cl%" : "%", new String[] {type});
                    StringBuilder out = new StringBuilder();
                    while (found.next()) if (!type.equals("SYSTEM VIEW") && !type.equals("SYSTEM INDEX")) out.append(found.getString(3)).append(found.getString(4)).append(";");
                    return out;
                });
            probe("metadata getColumns of the catalog", () -> rows(about.getColumns(null, "pg_catalog", "pg_am", "%")));
            probe("metadata getIndexInfo of the catalog", () -> rows(about.getIndexInfo(null, "pg_catalog", "pg_am", false, false)));
            probe("metadata getPrimaryKeys of the catalog", () -> rows(about.getPrimaryKeys(null, "pg_catalog", "pg_am")));
            probe("metadata getColumns wildcard escape", () -> rows(about.getColumns(null, "exp", "flag\\_evaluations", "\\_%")).length() > 0);
        }
    }

    static final String EVERY = "SELECT true, 7::int2, -70000, 5000000000, 1.5::float4, 2.5::float8, 'NaN'::float8, 12.340, 'NaN'::numeric, 1e20::numeric, 'ünï'::text, 'x'::varchar(5), 'y'::char(3), 'n'::name, '\\x00ff'::bytea,"
        + " DATE '2024-02-29', TIME '12:34:56', TIMESTAMP '2024-02-29 12:34:56.789', TIMESTAMPTZ '2024-02-29 12:34:56+00', INTERVAL '1 day 2 hours', '{\"a\": 1}'::json, '{\"a\": 1}'::jsonb,"
        + " '00112233-4455-6677-8899-aabbccddeeff'::uuid, ARRAY[1, NULL], ARRAY['a', NULL], ARRAY[1.5], ARRAY[true], NULL::int4, NULL, 7::oid, 'pg_class'::regclass";

    public static void main(String[] arguments) throws Exception {
        metadata();
        for (String mode : List.of("simple", "extended", "extendedForPrepared", "extendedCacheEverything"))
            for (String binary : List.of("true", "false"))
                for (String threshold : List.of("-1", "1", "5"))
                    probe("types " + mode + " " + binary + " " + threshold, () -> {
                        try (Connection connection = connect("preferQueryMode", mode, "binaryTransfer", binary, "prepareThreshold", threshold)) {
                            String out = "";
                            for (int again = 0; again < 6; again++) out = ask(connection, EVERY);
                            return out;
                        }
                    });
        Object[] given = {true, (short) 7, -70000, 5_000_000_000L, 1.5f, 2.5, new BigDecimal("12.340"), "ü'", new byte[] {0, -1}, LocalDate.of(2024, 2, 29), LocalTime.of(12, 34), LocalDateTime.of(2024, 2, 29, 12, 34),
            OffsetDateTime.parse("2024-02-29T12:34:56Z"), UUID.fromString("00112233-4455-6677-8899-aabbccddeeff"), new java.sql.Date(0), new Timestamp(0), new Time(0)};
        String[] casts = {"bool", "int2", "int4", "int8", "float4", "float8", "numeric", "text", "bytea", "date", "time", "timestamp", "timestamptz", "uuid", "date", "timestamptz", "time"};
        for (String mode : List.of("simple", "extended", "extendedForPrepared", "extendedCacheEverything"))
            for (int at = 0; at < given.length; at++) {
                Object value = given[at];
                String cast = casts[at];
                probe("parameter " + mode + " " + cast + " " + at, () -> {
                    try (Connection connection = connect("preferQueryMode", mode, "prepareThreshold", "1")) {
                        String out = ask(connection, "SELECT ?", value);
                        for (int again = 0; again < 3; again++) out += ask(connection, "SELECT ?::" + cast + ", pg_typeof(?::" + cast + ")::text", value, value);
                        return out;
                    }
                });
            }
        for (String level : List.of("conservative", "always", "never"))
            for (String mode : List.of("simple", "extended"))
                probe("autosave " + level + " " + mode, () -> {
                    try (Connection connection = connect("autosave", level, "preferQueryMode", mode)) {
                        connection.setAutoCommit(false);
                        return String.join(" | ", ask(connection, "SELECT 1"), ask(connection, "SELECT 1/0"), ask(connection, "SELECT 2"), ask(connection, "SELECT nosuch"), ask(connection, "SELECT 3"));
                    }
                });
        for (String name : List.of("escapeSyntaxCallMode=call", "assumeMinServerVersion=15", "stringtype=unspecified", "readOnly=true", "readOnlyMode=always", "readOnlyMode=ignore", "ApplicationName=x", "defaultRowFetchSize=3",
                "options=-c statement_timeout=44s", "targetServerType=secondary", "targetServerType=primary", "targetServerType=preferSecondary", "tcpKeepAlive=true", "reWriteBatchedInserts=true", "replication=database", "allowEncodingChanges=true",
                "databaseMetadataCacheFields=0", "hideUnprivilegedObjects=true", "cleanupSavepoints=true", "adaptiveFetch=true", "quoteReturningIdentifiers=false", "logUnclosedConnections=true", "channelBinding=require", "preparedStatementCacheQueries=0",
                "maxResultBuffer=1M", "gssEncMode=disable", "groupStartupParameters=true", "connectTimeout=3", "socketTimeout=9", "loginTimeout=5"))
            probe("property " + name, () -> {
                try (Connection connection = connect(name.split("=", 2))) {
                    return ask(connection, "SELECT current_setting('application_name'), current_setting('statement_timeout'), current_setting('transaction_read_only')") + connection.isReadOnly() + connection.getSchema() + connection.getCatalog()
                        + connection.isValid(3) + connection.getNetworkTimeout();
                }
            });
        probe("hidden objects", () -> {
            try (Connection connection = connect("hideUnprivilegedObjects", "true")) {
                ResultSet found = connection.getMetaData().getTables(null, "exp", "%", null);
                StringBuilder out = new StringBuilder();
                while (found.next()) out.append(found.getString(3)).append(" ");
                return out;
            }
        });
        for (int size : new int[] {0, 1, 3, 100})
            probe("fetch size " + size, () -> {
                try (Connection connection = connect(); Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    statement.setFetchSize(size);
                    statement.setMaxRows(size == 100 ? 7 : 0);
                    return rows(statement.executeQuery("SELECT i, i::text FROM generate_series(1, 20) i"));
                }
            });
        probe("scrollable", () -> {
            try (Connection connection = connect(); Statement statement = connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)) {
                ResultSet found = statement.executeQuery("SELECT i FROM generate_series(1, 9) i");
                String out = "" + found.last() + found.getRow() + found.absolute(3) + found.getInt(1) + found.previous() + found.getInt(1) + found.relative(2) + found.getInt(1) + found.first() + found.isFirst();
                found.beforeFirst();
                return out + found.next() + found.getInt(1);
            }
        });
        probe("updatable", () -> {
            try (Connection connection = connect(); Statement statement = connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE)) {
                ResultSet found = statement.executeQuery("SELECT user_id FROM events LIMIT 1");
                found.next();
                found.updateString(1, "x");
                return "updated";
            }
        });
        probe("held", () -> {
            try (Connection connection = connect(); Statement statement = connection.createStatement(ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, ResultSet.HOLD_CURSORS_OVER_COMMIT)) {
                connection.setAutoCommit(false);
                statement.setFetchSize(2);
                ResultSet found = statement.executeQuery("SELECT i FROM generate_series(1, 9) i");
                found.next();
                connection.commit();
                return rows(found);
            }
        });
        probe("reference cursor", () -> {
            try (Connection connection = connect()) {
                connection.setAutoCommit(false);
                connection.createStatement().execute("DECLARE c SCROLL CURSOR FOR SELECT i FROM generate_series(1, 9) i");
                return ask(connection, "FETCH 3 FROM c") + ask(connection, "FETCH BACKWARD 1 FROM c") + ask(connection, "FETCH ALL FROM \"c\"") + ask(connection, "MOVE ABSOLUTE 2 IN c");
            }
        });
        probe("batch", () -> {
            try (Connection connection = connect(); Statement statement = connection.createStatement()) {
                statement.addBatch("SET work_mem = '8MB'");
                statement.addBatch("SET work_mem = '9MB'");
                return Arrays.toString(statement.executeBatch());
            }
        });
        probe("batch of selects", () -> {
            try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement("SELECT ?::int")) {
                statement.setInt(1, 1);
                statement.addBatch();
                return Arrays.toString(statement.executeBatch());
            }
        });
        probe("several results", () -> {
            try (Connection connection = connect(); Statement statement = connection.createStatement()) {
                String out = "";
                boolean more = statement.execute("SELECT 1; SET work_mem = '8MB'; SELECT 'a' AS b; SHOW work_mem");
                while (more || statement.getUpdateCount() != -1) {
                    out += more ? rows(statement.getResultSet()) : "" + statement.getUpdateCount();
                    more = statement.getMoreResults();
                }
                return out;
            }
        });
        for (String call : List.of("{? = call abs(?)}", "{? = call upper(?)}", "{call abs(?)}", "{? = call nosuch(?)}"))
            probe("call " + call, () -> {
                try (Connection connection = connect(); CallableStatement statement = connection.prepareCall(call)) {
                    if (call.startsWith("{?")) statement.registerOutParameter(1, call.contains("upper") ? Types.VARCHAR : Types.INTEGER);
                    if (call.contains("upper")) statement.setString(2, "x"); else statement.setInt(call.startsWith("{?") ? 2 : 1, -7);
                    statement.execute();
                    return call.startsWith("{?") ? statement.getObject(1) : rows(statement.getResultSet());
                }
            });
        for (String escape : List.of("{fn curdate()} IS NOT NULL", "{fn concat('a', 'b')}", "{fn ucase('a')}", "{fn locate('b', 'abc')}", "{fn mod(7, 3)}", "{fn week(now())} > 0", "{fn timestampdiff(SQL_TSI_DAY, DATE '2024-01-01', DATE '2024-01-03')}",
                "{d '2024-02-29'}", "{t '12:34:56'}", "{ts '2024-02-29 12:34:56'}", "{fn log10(100)}", "{fn rand()} >= 0", "{fn truncate(1.57, 1)}", "{fn ifnull(NULL, 7)}", "{fn user()}", "{fn database()}", "{fn left('abc', 2)}", "{fn repeat('a', 3)}",
                "{fn dayname(DATE '2024-02-29')}", "{fn monthname(DATE '2024-02-29')}", "{fn quarter(DATE '2024-02-29')}", "{fn timestampadd(SQL_TSI_MONTH, 1, DATE '2024-01-31')}", "{fn space(2)}", "{fn char(65)}", "{fn lcase('A')}", "{fn ltrim(' a')}",
                "{fn ceiling(1.2)}", "{fn power(2, 3)}", "{fn atan2(1, 1)}", "{fn substring('abc', 2, 1)}", "{fn insert('abc', 2, 1, 'x')}", "{fn dayofweek(DATE '2024-02-29')}", "{fn dayofyear(DATE '2024-02-29')}"))
            probe("escape " + escape, () -> { try (Connection connection = connect()) { return ask(connection, "SELECT " + escape); } });
        for (String array : List.of("int4", "text", "float8", "int8", "bool", "numeric", "date", "uuid"))
            probe("array " + array, () -> {
                try (Connection connection = connect("prepareThreshold", "1")) {
                    Object[] elements = array.equals("text") ? new Object[] {"a", null, "\""} : array.equals("bool") ? new Object[] {true, null} : array.equals("date") ? new Object[] {java.sql.Date.valueOf("2024-02-29")}
                        : array.equals("uuid") ? new Object[] {UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")} : new Object[] {1, null, 3};
                    String out = "";
                    for (int again = 0; again < 3; again++) out = ask(connection, "SELECT ?, 1 = ANY(ARRAY[1])", connection.createArrayOf(array, elements));
                    return out;
                }
            });
        for (String copy : List.of("COPY (SELECT 1, 'a') TO STDOUT", "COPY (SELECT 1, 'a') TO STDOUT (FORMAT csv, HEADER)", "COPY (SELECT 1, 'a') TO STDOUT (FORMAT binary)", "COPY nosuch TO STDOUT", "COPY (SELECT 1/0) TO STDOUT", "COPY events FROM STDIN",
                "SELECT 1"))
            probe("copy " + copy, () -> {
                try (Connection connection = connect()) {
                    CopyManager manager = new CopyManager(connection.unwrap(BaseConnection.class));
                    if (copy.contains("FROM")) return manager.copyIn(copy, new StringReader("a\tb\t1\tnow\n"));
                    CopyOut out = manager.copyOut(copy);
                    String said = out.getFormat() + " " + out.getFieldCount() + " " + out.getFieldFormat(0);
                    byte[] row;
                    while ((row = out.readFromCopy()) != null) said += Arrays.toString(row);
                    return said + out.getHandledRowCount() + ask(connection, "SELECT 1");
                }
            });
        probe("copy cancelled", () -> {
            try (Connection connection = connect()) {
                CopyOut out = new CopyManager(connection.unwrap(BaseConnection.class)).copyOut("COPY (SELECT * FROM generate_series(1, 10000000)) TO STDOUT");
                out.readFromCopy();
                out.cancelCopy();
                return ask(connection, "SELECT 1");
            }
        });
        probe("isolation", () -> {
            try (Connection connection = connect()) {
                String out = "" + connection.getTransactionIsolation();
                for (int level : new int[] {1, 2, 4, 8}) {
                    connection.setTransactionIsolation(level);
                    out += " " + connection.getTransactionIsolation() + ask(connection, "SHOW transaction_isolation");
                }
                return out;
            }
        });
        probe("savepoints", () -> {
            try (Connection connection = connect()) {
                connection.setAutoCommit(false);
                Savepoint one = connection.setSavepoint(), two = connection.setSavepoint("a \"b");
                String out = ask(connection, "SELECT 1/0") + ask(connection, "SELECT 1");
                connection.rollback(two);
                out += ask(connection, "SELECT 1");
                connection.releaseSavepoint(one);
                return out + ask(connection, "SELECT 2");
            }
        });
        probe("notifications", () -> {
            try (Connection connection = connect()) {
                connection.createStatement().execute("LISTEN x");
                return Arrays.toString(connection.unwrap(PGConnection.class).getNotifications());
            }
        });
        probe("warnings", () -> {
            try (Connection connection = connect(); Statement statement = connection.createStatement()) {
                statement.execute("COMMIT");
                return statement.getWarnings() == null ? "none" : statement.getWarnings().getSQLState();
            }
        });
        probe("client info", () -> {
            try (Connection connection = connect()) {
                connection.setClientInfo("ApplicationName", "renamed");
                return connection.getClientInfo() + ask(connection, "SHOW application_name");
            }
        });
        probe("schema", () -> {
            try (Connection connection = connect()) {
                connection.setSchema("pg_catalog");
                String out = connection.getSchema();
                connection.setSchema("exp");
                return out + connection.getSchema() + ask(connection, "SHOW search_path");
            }
        });
        probe("parameter metadata", () -> {
            try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement("SELECT ?::int + ?, user_id FROM events WHERE user_id = ? AND event_value > ? LIMIT ?")) {
                ParameterMetaData about = statement.getParameterMetaData();
                String out = shape(statement.getMetaData());
                for (int at = 1; at <= about.getParameterCount(); at++) out += " " + about.getParameterTypeName(at) + about.getParameterType(at) + about.getParameterClassName(at);
                return out;
            }
        });
        probe("server prepared", () -> {
            try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement("SELECT ?")) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(2);
                String out = "";
                for (int at = 0; at < 4; at++) {
                    statement.setInt(1, at);
                    out += rows(statement.executeQuery()) + statement.unwrap(PGStatement.class).isUseServerPrepare();
                }
                statement.setString(1, "now a text");
                return out + rows(statement.executeQuery()) + ask(connection, "DEALLOCATE ALL") + ask(connection, "SELECT 1");
            }
        });
        probe("error", () -> {
            try (Connection connection = connect()) {
                connection.createStatement().execute("SELECT nosuch FROM events");
                return "none";
            } catch (org.postgresql.util.PSQLException error) {
                var told = error.getServerErrorMessage();
                return told.getSQLState() + told.getSeverity() + told.getMessage() + told.getPosition() + told.getTable() + told.getSchema() + told.getColumn();
            }
        });
        for (String statement : List.of("CREATE TABLE t (i int)", "INSERT INTO events VALUES ('a', 'b', 1, now())", "SELECT nextval('nosuch')", "UPDATE events SET event_value = 1", "DELETE FROM events", "DO 'begin end'", "SELECT * FROM events FOR UPDATE", "LOCK TABLE events"))
            probe("refused " + statement, () -> { try (Connection connection = connect()) { return ask(connection, statement) + ask(connection, "SELECT 1"); } });
        probe("generated keys", () -> {
            try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement("INSERT INTO events VALUES ('a', 'b', 1, now())", Statement.RETURN_GENERATED_KEYS)) {
                return statement.executeUpdate();
            }
        });
        probe("abort", () -> {
            Connection connection = connect();
            connection.abort(Runnable::run);
            return connection.isClosed();
        });
        probe("type map", () -> {
            try (Connection connection = connect()) {
                var types = connection.unwrap(BaseConnection.class).getTypeInfo();
                String out = "";
                for (String name : List.of("int4", "_int4", "text[]", "numeric", "exp.events", "nosuch", "pg_catalog.pg_am", "int4range", "tsvector"))
                    out += name + types.getSQLType(name) + types.getPGType(types.getPGType(name)) + types.getPGArrayElement(types.getPGType("_int4")) + types.getJavaClass(types.getPGType(name)) + " ";
                return out;
            }
        });
        System.exit(0);
    }
}
