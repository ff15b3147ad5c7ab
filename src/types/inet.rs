//! Addresses of the network, with how many bits of them count.
//!
//! Comes in: texts and PostgreSQL's binary form. Goes out: one spelling for each value, so that texts are equal where addresses are. Must never: take a host's name for an address.

use bytes::{BufMut, BytesMut};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// PostgreSQL's numbers of the two families.
const IPV4: u8 = 2;
const IPV6: u8 = 3;

/// An address and its number of bits, which is not written where it is all of them.
struct Inet {
    address: IpAddr,
    bits: u8,
}

impl Inet {
    fn parse(text: &str) -> Option<Self> {
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) if bits.bytes().all(|byte| byte.is_ascii_digit()) => (address, Some(bits)),
            Some(_) => return None,
            None => (text, None),
        };
        let address: IpAddr = address.parse().ok()?;
        let all = bits_of(address);
        let bits = bits.map_or(Some(all), |bits| bits.parse().ok().filter(|bits| *bits <= all))?;
        Some(Self { address, bits })
    }

    fn text(&self) -> String {
        if self.bits == bits_of(self.address) {
            self.address.to_string()
        } else {
            format!("{}/{}", self.address, self.bits)
        }
    }
}

fn bits_of(address: IpAddr) -> u8 {
    match address {
        IpAddr::V4(_) => 32,
        IpAddr::V6(_) => 128,
    }
}

/// The text as PostgreSQL writes the address, if it is one.
#[must_use]
pub fn canonical(text: &str) -> Option<String> {
    Inet::parse(text).map(|inet| inet.text())
}

/// The address alone, without its bits: PostgreSQL's `host`.
#[must_use]
pub fn host(text: &str) -> String {
    Inet::parse(text).map_or_else(|| text.to_owned(), |inet| inet.address.to_string())
}

/// The address with its bits, even where they are all: PostgreSQL's cast to text.
#[must_use]
pub fn with_bits(text: &str) -> String {
    Inet::parse(text).map_or_else(|| text.to_owned(), |Inet { address, bits }| format!("{address}/{bits}"))
}

/// Bytes that order as PostgreSQL orders the addresses: by family, by the network, by the bits, by the address.
#[must_use]
pub fn order(text: &str) -> [u8; 34] {
    let mut key = [0; 34];
    let Some(Inet { address, bits }) = Inet::parse(text) else { return key };
    let (family, whole) = match address {
        IpAddr::V4(address) => (IPV4, u128::from(u32::from(address)) << 96),
        IpAddr::V6(address) => (IPV6, u128::from(address)),
    };
    let network = if bits == 0 { 0 } else { whole & (u128::MAX << (128 - u32::from(bits))) };
    let parts = [family].into_iter().chain(network.to_be_bytes()).chain([bits]).chain(whole.to_be_bytes());
    for (place, byte) in key.iter_mut().zip(parts) {
        *place = byte;
    }
    key
}

/// PostgreSQL's binary form: the family, the bits, that it is no network, the length, the bytes.
pub fn send(text: &str, out: &mut BytesMut) {
    let Some(Inet { address, bits }) = Inet::parse(text) else { return };
    match address {
        IpAddr::V4(address) => {
            out.put_slice(&[IPV4, bits, 0, 4]);
            out.put_slice(&address.octets());
        }
        IpAddr::V6(address) => {
            out.put_slice(&[IPV6, bits, 0, 16]);
            out.put_slice(&address.octets());
        }
    }
}

/// The text of the binary form, if it is one.
#[must_use]
pub fn receive(bytes: &[u8]) -> Option<String> {
    let ([family, bits, _, length], rest) = bytes.split_first_chunk::<4>()?;
    let address = match (*family, *length) {
        (IPV4, 4) => IpAddr::V4(Ipv4Addr::from(<[u8; 4]>::try_from(rest).ok()?)),
        (IPV6, 16) => IpAddr::V6(Ipv6Addr::from(<[u8; 16]>::try_from(rest).ok()?)),
        _ => return None,
    };
    (*bits <= bits_of(address)).then(|| Inet { address, bits: *bits }.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_address_has_one_spelling() {
        for (written, expected) in [
            ("127.0.0.1", Some("127.0.0.1")),
            ("10.1.2.3/32", Some("10.1.2.3")),
            (" 10.1.2.3", None),
            ("10.1.2.3/8", Some("10.1.2.3/8")),
            ("::FFFF", Some("::ffff")),
            ("2001:0db8::1/64", Some("2001:db8::1/64")),
            ("localhost", None),
            ("10.1.2", None),
            ("10.1.2.3/33", None),
            ("10.1.2.3/+8", None),
        ] {
            assert_eq!(canonical(written).as_deref(), expected, "{written}");
        }
    }

    #[test]
    fn addresses_are_ordered_by_number() {
        // PostgreSQL 15's own order.
        let ordered =
            ["9.0.0.1", "10.0.0.0/8", "10.1.2.3/8", "10.0.0.0/16", "10.0.0.2", "10.0.0.10", "::1", "2001:db8::/32"];
        for pair in ordered.windows(2) {
            assert!(order(pair[0]) < order(pair[1]), "{pair:?}");
        }
    }

    #[test]
    fn the_binary_form_is_read_as_it_is_written() {
        for text in ["127.0.0.1", "10.1.2.3/8", "2001:db8::1", "::/0"] {
            let mut bytes = BytesMut::new();
            send(text, &mut bytes);
            assert_eq!(receive(&bytes).as_deref(), Some(text));
        }
        assert_eq!(receive(&[IPV4, 33, 0, 4, 1, 2, 3, 4]), None);
        assert_eq!(receive(&[IPV4, 32, 0, 4, 1, 2, 3]), None);
    }
}
