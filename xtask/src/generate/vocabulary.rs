//! The words that generated text is made of. Plain words in no order, so that
//! what comes out is nobody's sentence.

/// Words that recur, each with its forms, the first of which is the word itself.
/// The earlier one stands here, the more often it occurs. None of their forms is
/// in another list, so that each occurs only where it was put.
pub(super) const RECURRING: [&[&str]; 60] = [
    &["harbour", "harbours"],
    &["lantern", "lanterns"],
    &["weave", "weaves", "weaving"],
    &["orchard", "orchards"],
    &["measure", "measures", "measured"],
    &["copper"],
    &["bridge", "bridges"],
    &["thicket"],
    &["gather", "gathers", "gathering"],
    &["crèche", "crèches"],
    &["pebble", "pebbles"],
    &["mend", "mends", "mended"],
    &["λιμάνι", "λιμάνια"],
    &["kettle"],
    &["meadow", "meadows"],
    &["signal", "signals", "signalling"],
    &["chimney", "chimneys"],
    &["ripen", "ripens"],
    &["velvet"],
    &["ladder", "ladders"],
    &["гавань"],
    &["balance", "balances", "balanced"],
    &["barley"],
    &["ferry", "ferries"],
    &["polish", "polishes"],
    &["window", "windows"],
    &["מגדלור"],
    &["shelter", "shelters", "sheltering"],
    &["mosaic", "mosaics"],
    &["thunder"],
    &["rudder", "rudders"],
    &["cihlář", "cihláři"],
    &["whistle", "whistles", "whistling"],
    &["quarry", "quarries"],
    &["saffron"],
    &["compass", "compasses"],
    &["ميناء"],
    &["unfold", "unfolds", "unfolding"],
    &["granite"],
    &["basket", "baskets"],
    &["tide", "tides"],
    &["항구"],
    &["sharpen", "sharpens"],
    &["willow", "willows"],
    &["anvil"],
    &["cottage", "cottages"],
    &["wander", "wanders", "wandering"],
    &["parchment"],
    &["灯塔"],
    &["magnet", "magnets"],
    &["drizzle"],
    &["carve", "carves", "carving"],
    &["pulley", "pulleys"],
    &["hazel"],
    &["turnip", "turnips"],
    &["दीपक"],
    &["murmur", "murmurs"],
    &["canvas"],
    &["sundial", "sundials"],
    &["cobweb", "cobwebs"],
];

/// Words that stand between others.
pub(super) const SMALL: [&str; 24] = [
    "the", "a", "of", "and", "or", "in", "to", "with", "for", "by", "on", "at", "from", "under",
    "over", "near", "each", "every", "its", "no", "as", "than", "while", "beyond",
];

/// Most of the text.
#[rustfmt::skip] // One word a line would hide the rest of the file.
pub(super) const PLAIN: [&str; 200] = [
    "amber", "answer", "apple", "april", "arch", "arrow", "autumn", "awning", "badger", "bamboo",
    "banner", "barrel", "beacon", "bell", "birch", "blanket", "blossom", "bottle", "bread",
    "breeze", "bright", "broom", "bucket", "button", "cabin", "candle", "carpet", "carry", "castle",
    "cedar", "ceiling", "cellar", "chalk", "cherry", "circle", "clay", "clever", "cloud", "clover",
    "coast", "comet", "copy", "coral", "corner", "cotton", "crane", "crooked", "crystal",
    "cupboard", "curtain", "daisy", "dawn", "deliver", "desert", "distant", "dolphin", "doorway",
    "double", "drift", "eagle", "early", "earthen", "eleven", "ember", "engine", "evening",
    "fabric", "falcon", "feather", "fence", "fern", "fiddle", "finger", "flannel", "flour",
    "follow", "forest", "fountain", "fragment", "frost", "garden", "garland", "gentle", "ginger",
    "glacier", "glass", "golden", "gravel", "green", "hammer", "handle", "harvest", "heather",
    "hidden", "hollow", "honey", "horizon", "hurry", "iceberg", "immediately", "indigo",
    "instrument", "island", "ivory", "jacket", "jasmine", "jigsaw", "journey", "juniper", "kitchen",
    "knitted", "lagoon", "lavender", "leather", "lemon", "letter", "limestone", "linen", "listen",
    "little", "marble", "market", "maple", "melody", "merchant", "midnight", "mirror", "mitten",
    "morning", "mountain", "narrow", "needle", "northern", "notebook", "nutmeg", "oatmeal",
    "observe", "ocean", "olive", "orange", "ordinary", "otter", "outline", "oval", "paddle",
    "paper", "passage", "patient", "pencil", "pepper", "petal", "piano", "pillow", "plain",
    "planet", "platform", "plum", "pocket", "porcelain", "pottery", "prairie", "pumpkin", "quiet",
    "quilt", "rabbit", "railway", "raindrop", "remember", "ribbon", "river", "rooftop", "rough",
    "sailor", "sandstone", "scatter", "seven", "shadow", "silver", "simple", "slowly", "spiral",
    "square", "station", "stone", "summer", "sunflower", "swallow", "table", "teapot",
    "temperature", "thimble", "timber", "travel", "umbrella", "valley", "village", "walnut",
    "winter", "wooden", "yellow",
];

/// Words of other scripts and other letters: each list makes part of a text now
/// and then.
pub(super) const SCRIPTS: [&[&str]; 12] = [
    // French
    &["forêt", "été", "naïf", "garçon", "œuvre", "là-haut", "l’île", "hélice", "août", "bientôt"],
    // Vietnamese
    &["đường", "trời", "nước", "biển", "nhỏ", "mưa", "cửa", "lúa", "rừng", "tiếng"],
    // Czech
    &["řeka", "žlutý", "kůň", "čtvrtek", "šňůra", "děšť", "ťapka", "město", "příběh", "úhel"],
    // Greek
    &["θάλασσα", "ουρανός", "δέντρο", "φως", "ήλιος", "γέφυρα", "πρωί", "χρόνος", "ψωμί"],
    // Cyrillic
    &["море", "ёлка", "дерево", "утро", "їжак", "мост", "ветер", "снег", "ключ", "объём"],
    // Arabic
    &["بحر", "شجرة", "قمر", "صباح", "كتاب", "جسر", "نافذة", "رِيح", "لؤلؤة"],
    // Hebrew
    &["ים", "עץ", "ירח", "בוקר", "ספר", "גשר", "חלון", "רוח", "שָׁלוֹם"],
    // Devanagari
    &["समुद्र", "पेड़", "चाँद", "सुबह", "किताब", "पुल", "खिड़की", "हवा", "ज़मीन"],
    // Han
    &["大海", "树木", "月亮", "早晨", "書本", "橋", "窗户", "風", "今日は天気", "石头记"],
    // Hangul
    &["바다", "나무", "달", "아침", "책", "다리", "창문", "바람", "구름"],
    // Letters with their marks apart
    &["cafe\u{301}", "a\u{30a}r", "n\u{303}andu\u{301}", "u\u{323}\u{308}ber", "q\u{307}\u{323}"],
    // Beyond the first plane of Unicode
    &["𠮷野", "𐌰𐌱𐌲", "𝒜𝓁𝓅", "🌊", "👩‍👧‍👦", "🇺🇸", "𑀅𑀆"],
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use mission_and_values::app::host_fold;
    use mission_and_values::threads::{folded, word_ranges};

    use super::*;

    /// The words of a list entry as the page tells them apart and compares them.
    fn compared(word: &str) -> Vec<String> {
        let ranges = word_ranges(word).into_iter();
        ranges.filter_map(|range| Some(folded(word.get(range)?, host_fold))).collect()
    }

    #[test]
    fn a_form_that_recurs_is_one_word_and_in_no_other_list() {
        let scripts = SCRIPTS.iter().flat_map(|words| words.iter());
        let others = PLAIN.iter().chain(&SMALL).chain(scripts);
        let others = others.flat_map(|word| compared(word)).collect::<HashSet<_>>();
        let mut seen = HashSet::new();
        for form in RECURRING.iter().flat_map(|forms| forms.iter()) {
            let parts = compared(form);
            assert_eq!(parts.len(), 1, "{form}");
            for part in parts {
                assert!(!others.contains(&part), "{form} is in another list");
                assert!(seen.insert(part), "{form} recurs twice");
            }
        }
    }

    #[test]
    fn no_plain_word_stands_twice() {
        let words = PLAIN.iter().chain(&SMALL).collect::<HashSet<_>>();
        assert_eq!(words.len(), PLAIN.len() + SMALL.len());
    }
}
