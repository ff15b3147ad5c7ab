//! Ten thousand changes of a text in each dialect, made at random: what passes gate 3 reads what it read before.
//!
//! What a text reads is told here by its pieces alone, without any grammar: the predicates that stand beside each other behind each table's WHERE, and the names that it has.

use super::*;

/// Numbers that are the same on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % sides
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len())]
    }

    /// Where one of the places is at which this stands, if there is any.
    fn find(&mut self, text: &str, what: &str) -> Option<usize> {
        let places: Vec<usize> = text.match_indices(what).map(|(at, _)| at).collect();
        (!places.is_empty()).then(|| *self.pick(&places))
    }
}

/// Words, numbers, quoted texts and single signs, each with the blank after it.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut characters = text.chars().peekable();
    while let Some(first) = characters.next() {
        let mut piece = String::from(first);
        if first == '\'' || first == '"' {
            for next in characters.by_ref() {
                piece.push(next);
                if next == first {
                    break;
                }
            }
        } else if first.is_alphanumeric() || first == '_' {
            while let Some(next) = characters.next_if(|next| next.is_alphanumeric() || *next == '_') {
                piece.push(next);
            }
        }
        while let Some(blank) = characters.next_if(|next| *next == ' ') {
            piece.push(blank);
        }
        pieces.push(piece);
    }
    pieces
}

const STRANGE: &[&str] = &[
    "\"secret\"",
    "\"unit\"",
    "\"version\"",
    "\"exp\".\"other\"",
    "\"exp\".\"flags\"",
    "pg_catalog.pg_read_file('x')",
    "pg_catalog.count(*)",
    "UNION ALL SELECT \"secret\" AS c0 FROM \"exp\".\"flags\"",
    "-- ",
    "/* ",
    "*/ ",
    "; ",
    "OR true",
    "OR (1 = 1)",
    "OR ",
    "NOT ",
    "AND false",
    "LIMIT 1",
    "EXISTS (SELECT 1 FROM \"exp\".\"flags\")",
    "(SELECT \"secret\" AS c0 FROM \"exp\".\"flags\")",
    "CASE WHEN true THEN ",
    "IS NOT NULL",
    "::text",
    "'2020-01-01'::date",
    "'-infinity'::timestamptz",
    "t0.c0",
    "\"id\"",
    "1 / 0",
    "COLLATE \"C\"",
];

/// One random change of a text's pieces: mostly such that the text does not parse any more.
fn scrambled(dice: &mut Dice, pieces: &[String]) -> String {
    let mut changed = pieces.to_vec();
    let at = dice.roll(changed.len());
    match dice.roll(7) {
        0 => drop(changed.remove(at)),
        1 => changed.insert(at, format!("{} ", dice.pick(STRANGE))),
        2 => changed[at] = format!("{} ", dice.pick(STRANGE)),
        3 => {
            let other = dice.roll(changed.len());
            changed.swap(at, other);
        }
        // A stretch is dropped, a predicate for example.
        4 => {
            let end = (at + 1 + dice.roll(14)).min(changed.len());
            changed.drain(at..end);
        }
        // A digit is another one, in a date for example.
        5 => {
            let digit = char::from_digit(u32::try_from(dice.roll(10)).expect("a digit"), 10).expect("a digit");
            let piece = &mut changed[at];
            if let Some(found) = piece.find(|c: char| c.is_ascii_digit()) {
                piece.replace_range(found..=found, &digit.to_string());
            }
        }
        _ => {
            let piece = dice.pick(pieces).clone();
            changed[at] = piece;
        }
    }
    changed.concat()
}

/// A change that a fault of the writer's could make: the text still parses.
fn rewritten(dice: &mut Dice, text: &str) -> String {
    let replaced = |dice: &mut Dice, from: &[&str], to: &[&str]| {
        let (from, to) = (*dice.pick(from), *dice.pick(to));
        let mut changed = text.to_owned();
        if let Some(at) = dice.find(text, from) {
            changed.replace_range(at..at + from.len(), to);
        }
        changed
    };
    match dice.roll(10) {
        // A predicate is dropped, or two of them are joined in another way.
        0 => without_a_predicate(dice, text),
        1 => replaced(dice, &[" AND "], &[" OR ", " AND NOT ", " = ", " IS DISTINCT FROM "]),
        // A date is widened.
        2 => replaced(
            dice,
            &["'2026-11-14'", "'2026-11-21'", "'2026-11-14 00:00:00+00'", "'2026-11-21 00:00:00+00'"],
            &["'2020-01-01'", "'2030-01-01'", "'2020-01-01 00:00:00+00'", "'infinity'", "'-infinity'", "NULL"],
        ),
        3 => replaced(dice, &[" >= ", " < ", " = ", " <> "], &[" <= ", " > ", " <> ", " = ", " >= ", " < "]),
        // Tables and columns are others.
        4 => replaced(
            dice,
            &["\"exp\".\"flags\""],
            &["\"exp\".\"other\"", "\"public\".\"flags\"", "\"flags\"", "exp.flags"],
        ),
        5 => {
            let names =
                ["\"id\"", "\"timestamp\"", "\"_day\"", "\"unit\"", "\"secret\"", "\"version\"", "namespace", "id"];
            replaced(dice, &names, &names)
        }
        // A function is added.
        6 => replaced(
            dice,
            &["t0.c0", "t0.c1", "\"id\"", "\"timestamp\"", "\"unit\"", "namespace"],
            &[
                "pg_catalog.pg_read_file('x')",
                "pg_catalog.lower(\"secret\")",
                "version()",
                "getdate()",
                "lower(\"unit\")",
                "(1 / 0)",
            ],
        ),
        // An arm is added.
        7 => {
            let arms = [
                " UNION ALL SELECT \"secret\" AS c0, \"unit\" AS c1 FROM \"exp\".\"flags\"",
                " UNION SELECT t0.c0 AS c0, t0.c1 AS c1 FROM (SELECT \"id\" AS c0, \"id\" AS c1 FROM \"exp\".\"flags\") AS t0",
                " EXCEPT SELECT \"id\" AS c0, \"id\" AS c1 FROM \"exp\".\"flags\"",
            ];
            let places: Vec<usize> = text.match_indices(')').map(|(at, _)| at).chain([text.len()]).collect();
            let (at, arm) = (*dice.pick(&places), *dice.pick(&arms));
            format!("{}{arm}{}", &text[..at], &text[at..])
        }
        // A part is a comment.
        8 => {
            let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
            let (a, b) = (*dice.pick(&blanks), *dice.pick(&blanks));
            let (from, to) = (a.min(b), a.max(b));
            match dice.roll(2) {
                0 => format!("{} /* {} */ {}", &text[..from], &text[from..to], &text[to..]),
                _ => format!("{} --{}\n{}", &text[..from], &text[from..to], &text[to..]),
            }
        }
        _ => replaced(
            dice,
            &[" OFFSET 0", "SELECT ", " WHERE ", " FROM ", " LIMIT 10"],
            &[" ", "SELECT DISTINCT ", " WHERE true OR ", " LIMIT 1", " OFFSET 1", "SELECT TOP 1 ", ""],
        ),
    }
}

/// Without one of the predicates that stand behind WHERE, or between two ANDs.
fn without_a_predicate(dice: &mut Dice, text: &str) -> String {
    let Some(start) = dice.find(text, "(\"").or_else(|| dice.find(text, "((")) else { return text.to_owned() };
    let mut depth = 0_i32;
    let end = text[start..].find(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth == 0
    });
    let Some(end) = end else { return text.to_owned() };
    let (before, after) = (&text[..start], &text[start + end + 1..]);
    match (before.strip_suffix(" AND "), after.strip_prefix(" AND ")) {
        (_, Some(after)) => format!("{before}{after}"),
        (Some(before), None) => format!("{before}{after}"),
        (None, None) => format!("{before}(true){after}"),
    }
}

/// Parentheses, quotes around plain names and the one schema that names are found in say nothing more.
fn solid(text: &str) -> String {
    text.replace([' ', '(', ')', '"'], "").replace("pg_catalog.", "")
}

/// The pieces between two places where nothing is open, without the parentheses around all of them.
fn bared(mut pieces: &[String]) -> &[String] {
    loop {
        let mut depth = 0;
        let closed_early = pieces.iter().enumerate().any(|(index, piece)| {
            depth += i32::from(piece.starts_with('(')) - i32::from(piece.starts_with(')'));
            depth == 0 && index + 1 < pieces.len()
        });
        match pieces {
            [first, inner @ .., last] if first.starts_with('(') && last.starts_with(')') && !closed_early => {
                pieces = inner
            }
            _ => return pieces,
        }
    }
}

/// The predicates that all have to hold.
fn all_of(pieces: &[String]) -> Vec<String> {
    let pieces = bared(pieces);
    let (mut depth, mut ands, mut others) = (0, Vec::new(), false);
    for (index, piece) in pieces.iter().enumerate() {
        depth += i32::from(piece.starts_with('(')) - i32::from(piece.starts_with(')'));
        let word = piece.trim().to_ascii_uppercase();
        if depth == 0 && word == "AND" {
            ands.push(index);
        }
        others |= depth == 0 && matches!(word.as_str(), "OR" | "BETWEEN");
    }
    if others || ands.is_empty() {
        return vec![solid(&pieces.concat())];
    }
    let ends: Vec<usize> = ands.iter().copied().chain([pieces.len()]).collect();
    let starts = std::iter::once(0).chain(ands.iter().map(|at| at + 1));
    starts.zip(ends).flat_map(|(from, to)| all_of(&pieces[from..to])).collect()
}

/// For each place where the table stands, the predicates that all have to hold for a row that is read there.
fn read(text: &str) -> Vec<Vec<String>> {
    let pieces = pieces(text);
    let is_table = |at: &usize| solid(&pieces[*at..(*at + 3).min(pieces.len())].concat()) == "exp.flags";
    let places = (0..pieces.len()).filter(is_table);
    let predicates = places.map(|at| {
        let rest = &pieces[at + 3..];
        let Some((first, rest)) = rest.split_first() else { return Vec::new() };
        if first.trim() != "WHERE" {
            return Vec::new();
        }
        let mut depth = 0;
        let end = rest.iter().position(|piece| {
            depth += i32::from(piece.starts_with('(')) - i32::from(piece.starts_with(')'));
            depth < 0 || depth == 0 && matches!(piece.trim(), "OFFSET" | "LIMIT" | "GROUP" | "ORDER")
        });
        all_of(&rest[..end.unwrap_or(rest.len())])
    });
    predicates.collect()
}

/// What of a text must not change.
struct Reading {
    language: Language,
    scans: usize,
    mask: &'static str,
}

impl Reading {
    const KEPT: [&str; 5] = [
        "(\"timestamp\" >= '2026-11-14 00:00:00+00'::timestamptz)",
        "(\"timestamp\" < '2026-11-21 00:00:00+00'::timestamptz)",
        "(\"_day\" >= '2026-11-14'::date)",
        "(\"_day\" < '2026-11-21'::date)",
        "((namespace = 'checkout') OR ((lower(namespace) LIKE 'check%') AND (id <> 'ann')))",
    ];

    /// Whether the text still reads the same rows and columns.
    fn is_kept(&self, text: &str) -> bool {
        let read = read(text);
        let kept = |predicates: &Vec<String>| Self::KEPT.iter().all(|kept| predicates.contains(&solid(kept)));
        let fences = match self.language {
            Language::Postgres => self.scans,
            Language::Redshift => 0,
        };
        let solid_text = solid(text);
        let mask = solid(self.mask);
        read.len() == self.scans
            && read.iter().all(kept)
            && solid_text.matches("exp.").count() == self.scans
            && solid_text.matches("OFFSET0").count() == fences
            && !["secret", "version", "pg_read_file", "getdate", ";", "--", "/*"]
                .iter()
                .any(|word| solid_text.contains(word))
            && solid_text.matches("unit").count() == solid_text.matches(&mask).count()
    }
}

/// Makes ten thousand changes of some texts. Half of them are such that the text mostly still parses.
fn no_change_passes(texts: &[(String, usize)], language: Language, mask: &'static str) {
    let mut dice = Dice(20_261_121);
    let (mut passed, mut caught, mut understood) = (0, 0, 0);
    for number in 0..10_000 {
        let (text, scans) = dice.pick(texts);
        let reading = Reading { language, scans: *scans, mask };
        let changed = match number % 2 {
            0 => scrambled(&mut dice, &pieces(text)),
            _ => rewritten(&mut dice, text),
        };
        let duties = vec![duty(); *scans];
        let parameters = 0;
        let duties = Duties { warehouse: "prod", language, parameters, scans: &duties, functions: &Known };
        match seal(changed.clone(), &duties) {
            Ok(_) => {
                assert!(reading.is_kept(&changed), "{changed}");
                passed += 1;
            }
            Err(Broken(why)) => {
                caught += 1;
                understood += usize::from(!why.contains("does not parse"));
            }
        }
    }
    // Changes above the table are no matter of gate 3's: there must be some, or this test would prove nothing; nor would it if all that is caught were no SQL.
    assert!(
        passed > 300 && caught > 6_000 && understood > 3_000,
        "{passed} passed, {caught} caught, {understood} of them as SQL"
    );
}

/// The text itself is kept, and is cut into pieces that are all of it.
fn is_a_fair_start(texts: &[(String, usize)], language: Language, mask: &'static str) {
    for (text, scans) in texts {
        assert_eq!(pieces(text).concat(), *text);
        assert!(Reading { language, scans: *scans, mask }.is_kept(text), "{text}");
        for kept in Reading::KEPT {
            assert!(!Reading { language, scans: *scans, mask }.is_kept(&text.replacen(kept, "true", 1)), "{text}");
        }
    }
}

#[test]
fn no_random_change_of_what_postgres_reads_passes() {
    let mask = "pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(\"unit\"::text, 'UTF8')), 'hex')";
    let texts = [
        (whole(), 1),
        (
            format!(
                "SELECT t0.c0 AS c9, t1.c1 AS c8 FROM ({LEAF}) AS t0 LEFT JOIN ({LEAF}) AS t1 ON (t0.c0 = t1.c0) WHERE (t1.c1 IS NULL)"
            ),
            2,
        ),
        (
            format!(
                "SELECT t2.c7 AS c9 FROM ((SELECT t0.c0 AS c2 FROM ({LEAF}) AS t0 WHERE (t0.c0 IN (SELECT t1.c1 AS c3 FROM ({LEAF}) AS t1))) UNION ALL (SELECT t3.c0 AS c5 FROM ({LEAF}) AS t3)) AS t2(c7) ORDER BY t2.c7 ASC NULLS LAST"
            ),
            3,
        ),
    ];
    is_a_fair_start(&texts, Language::Postgres, mask);
    no_change_passes(&texts, Language::Postgres, mask);
}

#[test]
fn no_random_change_of_what_redshift_reads_passes() {
    let mask = "sha2(\"unit\"::varchar(65535), 256)";
    let texts = [
        (redshift_whole(), 1),
        (
            format!(
                "SELECT t0.c0 AS c9, t1.c1 AS c8 FROM ({REDSHIFT_LEAF}) AS t0 LEFT JOIN ({REDSHIFT_LEAF}) AS t1 ON (t0.c0 = t1.c0) WHERE (t1.c1 IS NULL)"
            ),
            2,
        ),
        (
            format!(
                "SELECT t2.c7 AS c9 FROM ((SELECT t0.c0 AS c2 FROM ({REDSHIFT_LEAF}) AS t0 WHERE (t0.c0 IN (SELECT t1.c1 AS c3 FROM ({REDSHIFT_LEAF}) AS t1))) UNION ALL (SELECT t3.c0 AS c5 FROM ({REDSHIFT_LEAF}) AS t3)) AS t2(c7) ORDER BY t2.c7 ASC NULLS LAST"
            ),
            3,
        ),
    ];
    is_a_fair_start(&texts, Language::Redshift, mask);
    no_change_passes(&texts, Language::Redshift, mask);
}
