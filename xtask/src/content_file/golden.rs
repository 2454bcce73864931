//! Every kind of fault, and what is said of it: the valid file with one thing in it
//! replaced, and the sentence, to the letter.

use super::fault::Fault;
use super::{parse, syntax};

const VALID: &str = include_str!("../../../tests/fixtures/content/valid.json");

/// From the last entry on.
const TAIL: &str = "    {\n      \"old\": \"caring\",\n      \"new\": \"care\"\n    }\n  ]\n}\n";
/// More brackets than any parser of JSON follows.
const DEEP: &str = "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[";

/// What stands for longer sentences in the table.
const NAMES: [(&str, &str); 4] = [
    (
        "<TEXT>",
        "a text of 1 to 10,000 characters, not blank, with no control character (line break, tab) in it",
    ),
    ("<ADDRESS>", "an https or mailto address, as in `https://www.vaimh.org/`"),
    (
        "<ID>",
        "lower-case letters and digits, parted by single hyphens and beginning with a letter, at most 100 in all, as in `belief-1`",
    ),
    ("<FIELD>", r#"the name of a field in straight quotation marks, as in "title""#),
];

/// What stands in the valid file, what is put in its place, and what is said of it.
const FAULTS: &[(&str, &str, &str)] = &[
    (
        "\"title\": \"Care\"",
        "\"title”: \"Care\"",
        r#"25:13: the file has a curly quotation mark (U+201D) here. Expected: straight quotation marks (") around each text and each name. Type straight ones in this line. A curly one may stay inside of a text."#,
    ),
    (
        "\"-Somebody\"\n  }",
        "\"-Somebody\"\n  ]",
        "18:3: the file has ] here. Expected: }, which closes what is open. Type that one in its place.",
    ),
    (
        "\"A mission.\"",
        DEEP,
        "19:140: the file has brackets within brackets, very deep. Expected: objects and lists only as deep as the schema has them. Take out what does not belong.",
    ),
    (
        TAIL,
        "    {\n      \"old",
        "57:10: the file ends inside of a text. Expected: a quotation mark at the end of each text. Add it.",
    ),
    (
        "\"A mission.\",",
        "\"A mission.\"",
        r#"20:3: the file goes on here without a comma, or a quotation mark has ended a text too early. Expected: a comma between two entries, and \" for a quotation mark inside of a text. Look here, and at the end of the line before."#,
    ),
    (
        "\"mission\": \"A mission.\",",
        "\"mission\": \"A mission.\",,",
        "19:27: the file has no field here. Expected: <FIELD>. Add the quotation marks; or take out a comma or bracket that is too many.",
    ),
    (
        "      \"title\": \"Care\",",
        "      \"title\": \"Care\"",
        r#"26:7: the file goes on here without a comma, or a quotation mark has ended a text too early. Expected: a comma between two entries, and \" for a quotation mark inside of a text. Look here, and at the end of the line before."#,
    ),
    (
        "\"-Somebody\"",
        "\"-Somebody\",",
        "18:3: the file has a comma after the last entry. Expected: none there. Take it out, just before this place.",
    ),
    (
        "\"title\": \"A Title\"",
        "\"title\" \"A Title\"",
        "14:11: the file lacks a colon here. Expected: a field, a colon and what it holds. Add it.",
    ),
    (
        "\"title\": \"A Title\"",
        "title: \"A Title\"",
        "14:3: the file has no field here. Expected: <FIELD>. Add the quotation marks; or take out a comma or bracket that is too many.",
    ),
    (
        "\"A mission.\"",
        "A mission.",
        "19:14: the file has neither a text nor a list here. Expected: a text in straight quotation marks, or a bracket. Add the quotation marks; or take out what does not belong.",
    ),
    (
        "\"A mission.\"",
        "“A mission.”",
        r#"19:14: the file has a curly quotation mark (U+201C) here. Expected: straight quotation marks (") around each text and each name. Type straight ones in this line. A curly one may stay inside of a text."#,
    ),
    (
        "\"A mission.\"",
        "\"A mission.”",
        r#"19:25: the file has a curly quotation mark (U+201D) here. Expected: straight quotation marks (") around each text and each name. Type straight ones in this line. A curly one may stay inside of a text."#,
    ),
    (
        "\"mission\":",
        "“mission”:",
        r#"19:3: the file has a curly quotation mark (U+201C) here. Expected: straight quotation marks (") around each text and each name. Type straight ones in this line. A curly one may stay inside of a text."#,
    ),
    (
        "\"A mission.\"",
        "\"A \"mission\".\"",
        r#"19:18: the file goes on here without a comma, or a quotation mark has ended a text too early. Expected: a comma between two entries, and \" for a quotation mark inside of a text. Look here, and at the end of the line before."#,
    ),
    (
        "\"A mission.\"",
        "\"A mission.",
        "19:26: the file has a line break (U+000A) here. Expected: each text in one line, and a quotation mark at its end. Join the lines, with a space between; or, if the text ends here, add its mark.",
    ),
    (
        "\"A mission.\"",
        "\"A\tmission.\"",
        "19:16: the file has a tab (U+0009) here. Expected: each text in one line, without tabs. Put a space in its place.",
    ),
    (
        "\"A mission.\"",
        "\"A\nmission.\"",
        "19:16: the file has a line break (U+000A) here. Expected: each text in one line, and a quotation mark at its end. Join the lines, with a space between; or, if the text ends here, add its mark.",
    ),
    (
        "\"A mission.\",",
        "\"A mission.\",\u{a0}",
        "19:27: the file has a no-break space (U+00A0) here. Expected: nothing, or an ordinary space. Take it out.",
    ),
    (
        "\"mission\":",
        "\u{200b}\"mission\":",
        "19:3: the file has a zero-width space (U+200B) here. Expected: nothing, or an ordinary space. Take it out.",
    ),
    (
        "\"A mission.\"",
        "\"A \\q mission.\"",
        r#"19:18: the file has a backslash that means nothing here. Expected: \" for a quotation mark, \\ for a backslash. Take it out, or double it."#,
    ),
    (
        "\"A mission.\"",
        "\"A \\ud83d mission.\"",
        "19:23: the file has half of a character, written with \\u, here. Expected: the character itself. Type it in place of the \\u and what follows.",
    ),
    (
        "      \"new\": \"care\"\n    }\n  ]\n}",
        "      \"new\": \"care\"\n    }\n  ]",
        "61:1: the file ends too early. Expected: }, which closes what is open. Add } at the end.",
    ),
    (
        "      \"new\": \"care\"\n    }\n  ]\n}",
        "      \"new\": \"care\"\n    }\n  ]\n}}",
        "61:2: the file goes on after its last bracket. Expected: nothing there. Take out what follows, or a bracket.",
    ),
    (
        "      \"new\": \"care\"\n    }\n  ]\n}",
        "      \"new\": \"care",
        "58:19: the file has a line break (U+000A) here. Expected: each text in one line, and a quotation mark at its end. Join the lines, with a space between; or, if the text ends here, add its mark.",
    ),
    ("  \"mission\": \"A mission.\",\n", "", "1:1: mission is missing. Expected: <TEXT>. Add it."),
    (
        "\"attribution\": \"-Somebody\"",
        "\"atribution\": \"-Somebody\"",
        r#"17:5: quotation.atribution is not a field that is known here. Did you mean "attribution"?"#,
    ),
    (
        "\"title\": \"Care\",",
        "\"title\": \"Care\", \"color\": \"red\",",
        "25:24: values[0].color is not a field that is known here. Expected: an object with the fields id, statements, title. Remove it, or correct its name.",
    ),
    (
        "\"mission\": \"A mission.\",",
        "\"mission\": \"A mission.\", \"mission\": \"Another.\",",
        "19:28: mission is given twice. Expected: each field once. Remove the one that is wrong.",
    ),
    ("\"A mission.\"", "\"\"", "19:14: mission is empty. Fill it in."),
    ("\"A mission.\"", "\"  \"", "19:14: mission is blank. Expected: <TEXT>. Correct it."),
    (
        "\"A mission.\"",
        "\"A\\u0007mission.\"",
        "19:14: mission contains a control character (U+0007). Take it out: it may be written with a backslash, as \\t; where nothing is to be seen, delete the text and type it again.",
    ),
    (
        "\"A mission.\"",
        "\"A\\u0000mission.\"",
        "19:14: mission contains a null character (U+0000). Take it out: it may be written with a backslash, as \\t; where nothing is to be seen, delete the text and type it again.",
    ),
    (
        "\"A mission.\"",
        "\"A\\nmission.\"",
        "19:14: mission contains a line break (U+000A). Take it out: it may be written with a backslash, as \\t; where nothing is to be seen, delete the text and type it again.",
    ),
    (
        "\"title\": \"Care\"",
        "\"title\": 6",
        "25:16: values[0].title is the number 6. Expected: <TEXT>. Correct it.",
    ),
    (
        "\"title\": \"Care\"",
        "\"title\": [\"Care\"]",
        "25:16: values[0].title is a list. Expected: <TEXT>. Correct it.",
    ),
    (
        "\"title\": \"Care\"",
        "\"title\": null",
        "25:16: values[0].title is null. Expected: <TEXT>. Correct it.",
    ),
    (
        "\"id\": \"belief-1\"",
        "\"id\": \"care\"",
        r#"36:13: beliefs[0].id is "care", the id of values[0].id in line 24. Expected: an id that occurs once in the file. Choose another."#,
    ),
    (
        "\"id\": \"care\",",
        "\"id\": \"Care & Co\",",
        r#"24:13: values[0].id is "Care & Co". Expected: <ID>. Correct it."#,
    ),
    (
        "\"id\": \"care\",",
        "\"id\": \"care\u{200b}\",",
        "24:13: values[0].id contains a zero-width space (U+200B). Take it out: it may be written with a backslash, as \\t; where nothing is to be seen, delete the text and type it again.",
    ),
    (
        "\"id\": \"care\",",
        "\"id\": \"mission\",",
        "24:13: values[0].id is \"mission\", which the page itself uses. Expected: an id other than quotation, mission, definition, values, beliefs, words, main, app, thread, reveal, find, words-heading, boot, drawings, preferences, status, styles, trouble, update, and not drawing-\u{2026}. Choose another.",
    ),
    (
        "\"id\": \"care\",",
        "\"id\": \"app\",",
        "24:13: values[0].id is \"app\", which the page itself uses. Expected: an id other than quotation, mission, definition, values, beliefs, words, main, app, thread, reveal, find, words-heading, boot, drawings, preferences, status, styles, trouble, update, and not drawing-\u{2026}. Choose another.",
    ),
    (
        "\"beliefs\": [\n    {\n      \"id\": \"belief-1\",\n      \"text\": \"Care helps.\"\n    }\n  ]",
        "\"beliefs\": []",
        "34:14: beliefs is empty. Expected: a list with one entry or more. Fill it in.",
    ),
    (
        "\"forms\": [\n        \"care\"\n      ]",
        "\"forms\": []",
        "50:16: words[0].forms is empty. Expected: a list with one entry or more. Fill it in.",
    ),
    (
        "\"https://society.example/\"",
        "\"http://society.example/\"",
        r#"7:12: organisation.url is "http://society.example/". Expected: <ADDRESS>. Correct it."#,
    ),
    (
        "\"https://society.example/\"",
        "\"javascript:alert(1)\"",
        r#"7:12: organisation.url is "javascript:alert(1)". Expected: <ADDRESS>. Correct it."#,
    ),
    (
        "\"https://society.example/\"",
        "\"https://society.example@evil.example/\"",
        r#"7:12: organisation.url is "https://society.example@evil.example/". Expected: <ADDRESS>. Correct it."#,
    ),
    (
        "\"https://society.example/\"",
        "\"www.society.example\"",
        r#"7:12: organisation.url is "www.society.example". Expected: <ADDRESS>. Correct it."#,
    ),
    (
        "\"https://society.example/\"",
        "\"https://society.example/\\u0007\"",
        "7:12: organisation.url contains a control character (U+0007). Take it out: it may be written with a backslash, as \\t; where nothing is to be seen, delete the text and type it again.",
    ),
    (
        "\"2026-11-22\"",
        "\"2026-02-30\"",
        r#"11:20: source.captured_on is "2026-02-30". Expected: a day of the calendar, as in `2026-11-22`. Correct it."#,
    ),
    (
        "\"2026-11-22\"",
        "\"22 November 2026\"",
        r#"11:20: source.captured_on is "22 November 2026". Expected: a day of the calendar, as in `2026-11-22`. Correct it."#,
    ),
    (
        "\"lang\": \"en\"",
        "\"lang\": \"English\"",
        r#"3:11: lang is "English". Expected: a language as HTML's `lang` takes it (BCP 47), as in `en` or `pt-BR`. Correct it."#,
    ),
    (
        "\"lang\": \"en\"",
        "\"lang\": \"en_US\"",
        r#"3:11: lang is "en_US". Expected: a language as HTML's `lang` takes it (BCP 47), as in `en` or `pt-BR`. Correct it."#,
    ),
    ("\"../../../public/content.schema.json\"", "\"\"", "2:14: $schema is empty. Fill it in."),
    (
        "        \"care\"\n",
        "        \"care\",\n        \"cares\"\n",
        r#"52:9: words[0].forms[1] is "cares", which does not occur. Expected: a form that stands in the text as a word of its own. Did you mean "care"?"#,
    ),
    (
        "        \"care\"\n",
        "        \"care\",\n        \"garden\"\n",
        r#"52:9: words[0].forms[1] is "garden", which does not occur. Expected: a form that stands in the text as a word of its own. Correct it, or take it out."#,
    ),
    (
        "\"aliases\": [",
        "\"aliases\": [\n    { \"old\": \"belief-1\", \"new\": \"care\" },",
        r#"56:14: aliases[0].old is "belief-1", which is in use. Expected: an id that is no longer in use. Take the alias out."#,
    ),
    (
        "\"new\": \"care\"",
        "\"new\": \"caer\"",
        r#"58:14: aliases[0].new is "caer", which is not there. Expected: the id of a value, a statement, a belief or a word. Did you mean "care"?"#,
    ),
    (
        "\"new\": \"care\"",
        "\"new\": \"elsewhere\"",
        r#"58:14: aliases[0].new is "elsewhere", which is not there. Expected: the id of a value, a statement, a belief or a word. Write one that is."#,
    ),
    (
        "\"words\": [",
        "\"words\": [\n    { \"id\": \"word-helps\", \"word\": \"helps\", \"forms\": [\"Care\"] },",
        r#"52:9: words[1].forms[0] is "care", which stands under "helps" already. Expected: each form once, under one word. Take one of the two out."#,
    ),
];

/// What is no fault, and yet worth a look.
const NOTES: &[(&str, &str, &str)] = &[
    (
        "A mission.",
        "A\u{a0}mission.",
        "19:14: mission contains a no-break space (U+00A0). Readers do not see it, but search and copies keep it: take it out, unless it is meant.",
    ),
    (
        "A mission.",
        "Help, helps, helped: helping, helping, helping and helping.",
        r#"46:12: words has no "helping", which occurs 4 times. Add it with all its forms, if readers may want to follow it."#,
    ),
];

fn said(fault: &Fault) -> String {
    format!("{}:{}: {}", fault.line, fault.column, fault.sentence())
}

fn findings(from: &str, to: &str) -> Result<Vec<String>, Vec<String>> {
    assert!(VALID.contains(from), "{from} does not stand in the valid file");
    let all = |findings: Vec<Fault>| findings.iter().map(said).collect();
    let parsed = parse(VALID.replacen(from, to, 1).as_bytes(), || None);
    parsed.map(|(_, notes)| all(notes)).map_err(all)
}

/// What a row of the table says, written out.
fn written_out(said: &str) -> String {
    NAMES.iter().fold(said.to_owned(), |said, (name, text)| said.replace(name, text))
}

#[test]
fn each_fault_is_said_in_a_sentence_with_its_place_and_what_to_do() {
    for (from, to, said) in FAULTS {
        let expected = written_out(said);
        assert_eq!(findings(from, to).map_err(|it| it.join("\n")), Err(expected), "{to}");
    }
}

#[test]
fn what_is_worth_a_look_is_a_note_and_no_fault() {
    for (from, to, said) in NOTES {
        assert_eq!(findings(from, to).map(|it| it.join("\n")), Ok(written_out(said)), "{to}");
    }
    assert_eq!(findings("Care", "Care"), Ok(Vec::new()));
}

/// Whatever the parser says is said in other words, and those are in the table.
#[test]
fn every_mistake_in_the_syntax_has_its_row() {
    for (message, [problem, ..]) in syntax::MISTAKES {
        assert!(FAULTS.iter().any(|(_, _, said)| said.contains(problem)), "{message}");
    }
}
