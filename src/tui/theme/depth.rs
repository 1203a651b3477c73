//! How many colours a terminal shows, a colour brought to the nearest of them, and how far two stand apart.
//!
//! Distances are Euclidean in `OKLab` (Björn Ottosson, "A perceptual color space for image processing", 2020), where
//! equal steps look equal. Among sixteen the hue is kept before the lightness: pastel blue is brought to blue, not to
//! grey. Contrast is the ratio of WCAG 2.2 (relative luminance, 1 to 21).

use crate::assets::themes::Ink;

/// How many colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// No colour.
    None,
    /// The sixteen of the terminal's palette.
    Sixteen,
    /// These, a cube of 216 and 24 greys.
    Many,
    /// Any: red, green and blue of 256 steps each.
    True,
}

/// The sixteen as xterm has them; every terminal has its own.
const PALETTE: [(u8, u8, u8); 16] = [
    (0, 0, 0),
    (205, 0, 0),
    (0, 205, 0),
    (205, 205, 0),
    (0, 0, 238),
    (205, 0, 205),
    (0, 205, 205),
    (229, 229, 229),
    (127, 127, 127),
    (255, 0, 0),
    (0, 255, 0),
    (255, 255, 0),
    (92, 92, 255),
    (255, 0, 255),
    (0, 255, 255),
    (255, 255, 255),
];

/// The steps of the cube.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// From how far off the grey axis a colour has a hue.
const HUED: f64 = 0.04;

impl Depth {
    /// A colour, or the nearest one that there is.
    pub fn brings(self, ink: Ink) -> Ink {
        match (self, ink) {
            (Self::Many, Ink::Rgb(r, g, b)) => Ink::Index(among_many((r, g, b))),
            (Self::Sixteen, Ink::Rgb(r, g, b)) => Ink::Index(among_sixteen((r, g, b))),
            (Self::Sixteen, Ink::Index(n)) if n > 15 => Ink::Index(among_sixteen(xterm(n))),
            (_, ink) => ink,
        }
    }

    /// Whether a colour is shown as it is, or as xterm's own of the same name.
    pub fn holds(self, ink: Ink) -> bool {
        match (self, ink) {
            (Self::None, _) => false,
            (_, Ink::Own) | (Self::True, _) | (Self::Many, Ink::Index(_)) => true,
            (_, Ink::Index(n)) => n < 16,
            (_, Ink::Rgb(r, g, b)) => match self.brings(ink) {
                Ink::Index(n) => self == Self::Many || xterm(n) == (r, g, b),
                _ => false,
            },
        }
    }

    /// In words.
    pub fn says(self) -> &'static str {
        match self {
            Self::None => "no colours",
            Self::Sixteen => "16 colours",
            Self::Many => "256 colours",
            Self::True => "true colour",
        }
    }
}

/// A number of the 256 as red, green and blue.
pub fn xterm(n: u8) -> (u8, u8, u8) {
    let step = |n: u8| STEPS[usize::from(n % 6)];
    match n {
        0..=15 => PALETTE[usize::from(n)],
        16..=231 => {
            let n = n - 16;
            (step(n / 36), step(n / 6), step(n))
        }
        _ => {
            let grey = 8 + 10 * (n - 232);
            (grey, grey, grey)
        }
    }
}

/// The nearest of the cube and the greys: the first sixteen are the user's own and may be anything.
fn among_many(rgb: (u8, u8, u8)) -> u8 {
    let wanted = lab(rgb);
    nearest(16..=255, |n| {
        let one = lab(xterm(n));
        square(one[0] - wanted[0]) + square(one[1] - wanted[1]) + square(one[2] - wanted[2])
    })
}

/// The nearest of the sixteen: a colour with a hue keeps it, a grey stays grey.
fn among_sixteen(rgb: (u8, u8, u8)) -> u8 {
    let wanted = lab(rgb);
    let hue = |[_, a, b]: [f64; 3]| {
        let chroma = a.hypot(b);
        (chroma > HUED).then(|| (a / chroma, b / chroma))
    };
    let own = hue(wanted);
    nearest(0..=15, |n| {
        let one = lab(PALETTE[usize::from(n)]);
        let light = square(one[0] - wanted[0]);
        match (own, hue(one)) {
            (Some(own), Some(hue)) => light + square(own.0 - hue.0) + square(own.1 - hue.1),
            (None, None) => light,
            // never a grey for a hue, or a hue for a grey
            _ => f64::MAX,
        }
    })
}

fn nearest(of: impl Iterator<Item = u8>, far: impl Fn(u8) -> f64) -> u8 {
    of.min_by(|a, b| far(*a).total_cmp(&far(*b))).unwrap_or(0)
}

fn square(n: f64) -> f64 {
    n * n
}

/// How two colours stand apart, 1 (the same) to 21 (black on white).
pub fn contrast(one: (u8, u8, u8), other: (u8, u8, u8)) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance((r, g, b): (u8, u8, u8)) -> f64 {
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// The light of a step of sRGB, 0 to 1.
fn linear(step: u8) -> f64 {
    let step = f64::from(step) / 255.0;
    if step <= 0.04045 {
        step / 12.92
    } else {
        ((step + 0.055) / 1.055).powf(2.4)
    }
}

/// Light of red, green and blue as the three sorts of cones take it.
const CONES: [[f64; 3]; 3] = [
    [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
    [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
    [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
];

/// From there to lightness and the two axes.
const AXES: [[f64; 3]; 3] = [
    [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
    [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
    [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
];

/// Lightness, and two axes of hue.
fn lab((r, g, b): (u8, u8, u8)) -> [f64; 3] {
    let times = |rows: [[f64; 3]; 3], of: [f64; 3]| {
        rows.map(|row| row.iter().zip(of).map(|(a, b)| a * b).sum::<f64>())
    };
    let cones = times(CONES, [linear(r), linear(g), linear(b)]);
    times(AXES, cones.map(f64::cbrt))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_brought_to_the_nearest() {
        let check = |rgb, many: u8, sixteen: u8| {
            assert_eq!(
                (among_many(rgb), among_sixteen(rgb)),
                (many, sixteen),
                "{rgb:?}"
            );
        };
        check((0, 0, 0), 16, 0);
        check((255, 255, 255), 231, 15);
        check((255, 0, 0), 196, 9);
        check((95, 135, 175), 67, 4);
        // pastels keep their hue
        let hue = |rgb| among_sixteen(rgb) % 8;
        assert_eq!(hue((0x7a, 0xa2, 0xf7)), 4);
        assert_eq!(hue((0xf9, 0x8b, 0xa0)), 1);
        assert_eq!(hue((0x9e, 0xce, 0x6a)), 2);
        assert_eq!(hue((0xd5, 0x9b, 0xf6)), 5);
        assert_eq!(hue((0xe0, 0xaf, 0x68)), 3);
        assert_eq!(among_sixteen((0x9a, 0x9b, 0x9a)), 8);
    }

    #[test]
    fn what_can_be_shown_stays() {
        for n in 16..=255 {
            let (r, g, b) = xterm(n);
            let Ink::Index(found) = Depth::Many.brings(Ink::Rgb(r, g, b)) else {
                panic!("a number");
            };
            assert_eq!(xterm(found), (r, g, b));
        }
        let rgb = Ink::Rgb(1, 2, 3);
        assert_eq!(Depth::True.brings(rgb), rgb);
        assert_eq!(Depth::Sixteen.brings(Ink::Index(4)), Ink::Index(4));
        assert!(Depth::Sixteen.holds(Ink::Rgb(0, 0, 0)) && !Depth::Sixteen.holds(rgb));
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((contrast((0, 0, 0), (255, 255, 255)) - 21.0).abs() < 1e-9);
        assert!((contrast((119, 119, 119), (255, 255, 255)) - 4.478).abs() < 0.01);
    }
}
