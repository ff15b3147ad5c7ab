//! What refusals tell: the rule, the remedy and the place, and of what is hidden no more than of what is not there. The corpora of attacks are `safety::verdicts`' business.

use crate::safety::served::Gateway;
use tokio_postgres::SimpleQueryMessage;

fn values(message: &SimpleQueryMessage) -> Vec<String> {
    let SimpleQueryMessage::Row(row) = message else { return Vec::new() };
    (0..row.len()).filter_map(|column| row.get(column).map(str::to_owned)).collect()
}

/// SQLSTATE, message, DETAIL, HINT and position of a refusal.
async fn refusal(gateway: &Gateway, sql: &str) -> (String, String, String, String, u32) {
    let client = gateway.connect().await;
    let error = client.simple_query(sql).await.expect_err(sql);
    let error = error.as_db_error().unwrap_or_else(|| panic!("{sql}: {error}"));
    let position = match error.position() {
        Some(tokio_postgres::error::ErrorPosition::Original(position)) => *position,
        _ => 0,
    };
    let text = |field: Option<&str>| field.unwrap_or_default().to_owned();
    (error.code().code().to_owned(), text(Some(error.message())), text(error.detail()), text(error.hint()), position)
}

const JUNE: &str = "_partition_date >= DATE '2025-06-01' AND _partition_date < DATE '2025-07-01'";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn refusals_tell_rule_remedy_and_place() {
    let gateway = Gateway::start().await;
    // The word that the position must point at, and its refusal's code.
    for (sql, code, word) in [
        (&*format!("SELECT request_id FROM exp.flag_evaluations WHERE {JUNE}"), "42703", "request_id"),
        (&*format!("SELECT e.request_id FROM exp.flag_evaluations e WHERE {JUNE}"), "42703", "e.request_id"),
        (&*format!("EXPLAIN SELECT 1 FROM exp.flag_evaluations WHERE {JUNE} AND trace_id = ''"), "42703", "trace_id"),
        ("SELECT 1 FROM hr.salaries", "42P01", "hr.salaries"),
        ("COPY (SELECT 1 FROM hr.salaries) TO STDOUT", "42P01", "hr.salaries"),
        ("SELECT count(*) FROM exp.flag_evaluations", "53400", "exp.flag"),
        ("SELECT 'é', count(*) FROM exp.flag_evaluations WHERE _partition_date > '2020-01-01'", "53400", "exp.flag"),
        ("DELETE FROM exp.events", "25006", "DELETE"),
        ("SELECT pg_read_file('x')", "42883", "pg_read_file"),
    ] {
        let (state, message, detail, hint, position) = refusal(&gateway, sql).await;
        assert_eq!(state, code, "{sql}: {message}");
        assert!(detail.ends_with('.') && !hint.is_empty(), "{sql}: {message}, DETAIL {detail}, HINT {hint}");
        let rest: String = sql.chars().skip(position.saturating_sub(1) as usize).collect();
        assert!(position > 0 && rest.starts_with(word), "{sql}: position {position}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hidden_and_missing_look_the_same() {
    let gateway = Gateway::start().await;
    // Names of one length: hidden ones that exist, and ones that don't.
    let columns =
        [("request_id", "qxzvwjk_id"), ("trace_id", "qzxvwjid"), ("context_attributes", "qxzvwjk_attributes")];
    let tables = [
        ("hr.salaries", "hr.qqqqqqqq"),
        ("hr.salaries", "qq.salaries"),
        ("base.flag_evaluations", "base.flag_evaluatioqq"),
    ];
    let in_columns = [
        "SELECT {} FROM exp.flag_evaluations WHERE {june}",
        "SELECT x.{} FROM exp.flag_evaluations x WHERE {june}",
        "SELECT (x).{} FROM exp.flag_evaluations x WHERE {june}",
        "SELECT 1 FROM exp.flag_evaluations WHERE {june} GROUP BY {}",
        "SELECT 1 FROM exp.flag_evaluations WHERE {june} ORDER BY {}",
        "SELECT max({}) FROM exp.flag_evaluations WHERE {june}",
        "SELECT 1 FROM exp.flag_evaluations a JOIN exp.flag_evaluations b USING ({})",
        "SELECT 1 FROM exp.events, LATERAL (SELECT {} FROM exp.flag_evaluations WHERE {june}) q",
        "SELECT has_column_privilege('exp.flag_evaluations', '{}', 'SELECT')",
        "SELECT {} FROM exp.flag_evaluations",
    ];
    let in_tables = [
        "SELECT * FROM {}",
        "TABLE {}",
        "SELECT 1 WHERE EXISTS (SELECT 1 FROM {})",
        "SELECT '{}'::regclass",
        "SELECT to_regclass('{}')",
        "SELECT has_table_privilege('{}', 'SELECT')",
        "COPY {} TO STDOUT",
        "SELECT {}.x",
        "DELETE FROM {}",
        "DECLARE c CURSOR FOR SELECT * FROM {}",
    ];
    let mut pairs: Vec<(&str, String, &str, String)> = Vec::new();
    for (forms, names) in [(&in_columns[..], columns), (&in_tables[..], tables)] {
        for form in forms {
            for (hidden, missing) in names {
                let fill = |name: &str| form.replace("{june}", JUNE).replace("{}", name);
                pairs.push((hidden, fill(hidden), missing, fill(missing)));
            }
        }
    }
    for (hidden, of_hidden, missing, of_missing) in pairs {
        let (a, b) = (whole(&gateway, &of_hidden).await, whole(&gateway, &of_missing).await);
        // Some messages say the name without its schema.
        let last = |name: &str| name.rsplit('.').next().unwrap().to_owned();
        let (a, b) = (a.replace(hidden, "?"), b.replace(missing, "?"));
        assert_eq!(a.replace(&last(hidden), "?"), b.replace(&last(missing), "?"), "{of_hidden}");
    }
}

/// All that comes back, as one text.
async fn whole(gateway: &Gateway, sql: &str) -> String {
    match gateway.connect().await.simple_query(sql).await {
        Ok(messages) => format!("{:?}", messages.iter().flat_map(values).collect::<Vec<_>>()),
        Err(error) => error.as_db_error().map_or_else(|| error.to_string(), |error| format!("{error:?}")),
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn towers_of_joins_sub_selects_and_windows_are_refused_and_small_ones_answered() {
    let gateway = Gateway::start().await;
    let listed = |count: usize, head: &str, piece: &str, joint: &str, tail: &str| {
        let pieces: Vec<_> = (0..count).map(|number| piece.replace("{n}", &number.to_string())).collect();
        format!("{head}{}{tail}", pieces.join(joint))
    };
    let correlated = "(SELECT count(*) FROM exp.assignments a WHERE a.user_id = e.user_id AND a.variant_id <> '{n}')";
    let window = "count(*) OVER (PARTITION BY user_id || '{n}')";
    let join = " JOIN exp.events e{n} ON e{n}.user_id = e.user_id AND e.event_type = 'none'";
    let shapes = [
        ("SELECT ", correlated, ", ", " FROM exp.events e LIMIT 1"),
        ("SELECT ", window, ", ", " FROM exp.events LIMIT 1"),
        ("SELECT 1 FROM exp.events e", join, "", ""),
        ("", "SELECT user_id FROM exp.events", " EXCEPT ", ""),
    ];
    let client = gateway.connect().await;
    for (head, piece, joint, tail) in shapes {
        client.simple_query(&listed(12, head, piece, joint, tail)).await.expect(piece);
        let (state, message, detail, hint, _) = refusal(&gateway, &listed(390, head, piece, joint, tail)).await;
        assert_eq!((state.as_str(), message.as_str()), ("54001", "statement is too complex to plan"), "{piece}");
        assert!(detail.contains("steps") && !hint.is_empty(), "{piece}: DETAIL {detail}, HINT {hint}");
    }
}
