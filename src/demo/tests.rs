use super::shape::{FLAGS, LIFT, MISMATCH, Shape};
use super::*;
use std::collections::BTreeMap;

fn recipe(rows: u64) -> Recipe {
    Recipe::new(rows, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap())
}

fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(dir).unwrap().to_owned(), std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn the_same_recipe_makes_the_same_bytes() {
    let (a, b) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    make(a.path(), &recipe(3_000), &Progress::default()).unwrap();
    make(b.path(), &recipe(3_000), &Progress::default()).unwrap();
    let (a, b) = (files(a.path()), files(b.path()));
    assert_eq!(a.len(), 90 + 5 + 1);
    assert!(a == b, "two runs of one recipe differ");
}

#[test]
fn rows_of_the_days_add_up_to_the_recipe() {
    for rows in [0, 1, 89, 1_000_003] {
        assert_eq!(Shape::new(&recipe(rows)).rows_by_day.iter().sum::<u64>(), rows);
    }
}

#[test]
fn there_are_four_namespaces_twenty_flags_and_ninety_days_that_end_yesterday() {
    let namespaces: std::collections::BTreeSet<_> = FLAGS.iter().map(|flag| flag.namespace).collect();
    assert_eq!((namespaces.len(), FLAGS.len()), (4, 20));
    let shape = Shape::new(&recipe(1_000));
    assert_eq!(shape.day(0).to_string(), "2026-08-23");
    assert_eq!(shape.day(89).to_string(), "2026-11-20");
}

#[test]
fn one_experiment_is_uneven_and_another_is_even() {
    let shape = Shape::new(&recipe(1_000_000));
    let share = |behaviour| {
        let flag = FLAGS.iter().find(|flag| flag.behaviour == behaviour).unwrap();
        (0..20_000).filter(|person| shape.arm(flag, *person, 0).variant == "control").count()
    };
    assert!((9_700..10_300).contains(&share(LIFT)), "{}", share(LIFT));
    assert!((10_400..10_800).contains(&share(MISMATCH)), "{}", share(MISMATCH));
}

#[test]
fn a_folder_that_holds_something_else_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("thesis.txt"), "precious").unwrap();
    let error = make(dir.path(), &recipe(100), &Progress::default()).unwrap_err();
    assert!(matches!(error, DemoError::Foreign(_)));
    assert_eq!(std::fs::read_to_string(dir.path().join("thesis.txt")).unwrap(), "precious");
}

#[test]
fn an_unfinished_folder_is_made_anew() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join(RECIPE_FILE), "{}").unwrap();
    assert!(!is_there(dir.path(), &recipe(100)));
    make(dir.path(), &recipe(100), &Progress::default()).unwrap();
    assert!(is_there(dir.path(), &recipe(100)));
    assert!(!is_there(dir.path(), &recipe(101)));
}
