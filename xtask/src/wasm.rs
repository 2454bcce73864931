//! Changes a WASM module, byte by byte, so that it differs or fails.
//! <https://webassembly.github.io/spec/core/binary/modules.html>

use anyhow::{Context, Result, bail};

const HEADER_BYTES: usize = 8;
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
const CODE: u8 = 10;
const FUNCTION: u8 = 0;
const UNREACHABLE: u8 = 0x00;
const NOP: u8 = 0x01;
const END: u8 = 0x0b;

/// The same module with a custom section of that name, which changes its bytes
/// and nothing else.
pub(crate) fn with_section(wasm: &[u8], name: &str) -> Result<Vec<u8>> {
    let length = u8::try_from(name.len()).ok().filter(|it| *it < 127).context("too long a name")?;
    let mut changed = wasm.to_vec();
    changed.extend([CUSTOM, length + 1, length]);
    changed.extend(name.as_bytes());
    Ok(changed)
}

/// The same module, in which the exported function of that name is a bare trap.
pub(crate) fn trapping(wasm: &[u8], export: &str) -> Result<Vec<u8>> {
    let mut section = Reader { bytes: wasm, at: HEADER_BYTES };
    let (mut imported, mut exported) = (0, None);
    while section.at < wasm.len() {
        let kind = section.byte()?;
        let length = section.number()?;
        let mut inside = Reader { bytes: wasm, at: section.at };
        match kind {
            IMPORTS => imported = inside.functions_imported()?,
            EXPORTS => exported = inside.function_exported(export)?,
            CODE => {
                let function = exported.with_context(|| format!("no export {export}"))?;
                return inside.with_trap(function - imported);
            }
            _ => {}
        }
        section.at += length;
    }
    bail!("the module has no code")
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> Result<u8> {
        let byte = *self.bytes.get(self.at).context("the module ends early")?;
        self.at += 1;
        Ok(byte)
    }

    /// An unsigned number, in LEB128.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        bail!("a number that is too long")
    }

    fn name(&mut self) -> Result<&[u8]> {
        let length = self.number()?;
        let name = self.bytes.get(self.at..self.at + length).context("the module ends early")?;
        self.at += length;
        Ok(name)
    }

    fn functions_imported(&mut self) -> Result<usize> {
        let mut functions = 0;
        for _ in 0..self.number()? {
            self.name()?;
            self.name()?;
            if self.byte()? != FUNCTION {
                bail!("an import that is no function");
            }
            self.number()?;
            functions += 1;
        }
        Ok(functions)
    }

    fn function_exported(&mut self, wanted: &str) -> Result<Option<usize>> {
        for _ in 0..self.number()? {
            let is_wanted = self.name()? == wanted.as_bytes();
            let kind = self.byte()?;
            let index = self.number()?;
            if is_wanted && kind == FUNCTION {
                return Ok(Some(index));
            }
        }
        Ok(None)
    }

    /// Keeps the length of the function, so that nothing else moves: it traps at
    /// once, and what follows is never reached.
    fn with_trap(&mut self, function: usize) -> Result<Vec<u8>> {
        let functions = self.number()?;
        if function >= functions {
            bail!("the export has no code");
        }
        for _ in 0..function {
            let length = self.number()?;
            self.at += length;
        }
        let length = self.number()?;
        let end = self.at + length;
        for _ in 0..self.number()? {
            self.number()?;
            self.byte()?;
        }
        let mut changed = self.bytes.to_vec();
        let body = changed.get_mut(self.at..end).context("the module ends early")?;
        body.fill(NOP);
        if let [first, .., last] = body {
            (*first, *last) = (UNREACHABLE, END);
        }
        Ok(changed)
    }
}
