use super::*;

fn one(sql: &str) -> Statement {
    let mut parsed = parse(sql, &StatementLimits::default()).unwrap();
    assert_eq!(parsed.len(), 1, "{sql}");
    parsed.pop().unwrap().statement
}

#[test]
fn a_select_parses() {
    assert!(matches!(one("select 1"), Statement::Query(_)));
}
