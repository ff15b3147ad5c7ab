//! The characters of a text, before any grammar.
//!
//! Comes in: a text. Goes out: that it is one line of plain tokens. Must never: let a character pass whose meaning depends on a setting of the server.

use super::{Broken, Language, broken};

/// No comment, no semicolon, no backslash outside a plain string, no dollar quote, no string with a prefix, no control character.
pub(super) fn check(text: &str, language: Language, parameters: usize) -> Result<(), Broken> {
    // To Redshift it is an escape in any string.
    if language == Language::Redshift && text.contains('\\') {
        return broken("a backslash");
    }
    let mut characters = text.chars().peekable();
    let mut before = ' ';
    while let Some(character) = characters.next() {
        match character {
            '\'' => {
                // E'…', B'…', U&'…', N'…'
                if before.is_alphanumeric() || before == '_' || before == '&' {
                    return broken("a string with a prefix");
                }
                quoted(&mut characters, '\'')?;
            }
            '"' => {
                if before == '&' {
                    return broken("a name with a prefix");
                }
                quoted(&mut characters, '"')?;
            }
            ';' => return broken("a semicolon"),
            '\\' => return broken("a backslash"),
            '$' => {
                let digits: String = std::iter::from_fn(|| characters.next_if(char::is_ascii_digit)).take(6).collect();
                let number = digits.parse::<usize>().ok().filter(|_| !is_part_of_name(before));
                if !number.is_some_and(|number| (1..=parameters).contains(&number))
                    || characters.peek().is_some_and(|next| is_part_of_name(*next))
                {
                    return broken("a dollar sign");
                }
            }
            '-' if characters.peek() == Some(&'-') => return broken("a comment"),
            '/' if characters.peek() == Some(&'*') => return broken("a comment"),
            character if character.is_control() => return broken("a control character"),
            character if !character.is_ascii() => return broken("a letter outside ASCII that is not quoted"),
            _ => {}
        }
        before = character;
    }
    Ok(())
}

fn is_part_of_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$')
}

/// To the closing quote; a doubled one is part of it.
fn quoted(characters: &mut std::iter::Peekable<std::str::Chars<'_>>, quote: char) -> Result<(), Broken> {
    while let Some(character) = characters.next() {
        if character == '\0' {
            return broken("a NUL");
        }
        if character == quote {
            if characters.peek() != Some(&quote) {
                return Ok(());
            }
            characters.next();
        }
    }
    broken("an open quote")
}
