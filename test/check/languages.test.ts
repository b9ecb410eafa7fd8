import { describe, expect, test } from 'vitest';
import { toldIn } from './apps.js';

const GO =
  'package main\n\nfunc main() {\n\ts := `a "{`\n\tr := \'{\'\n\t// }\n\tprint(s, r, "\\"{") /* ( */\n}\n';
const RUST =
  'fn main<\'a>(x: &\'a str) {\n    let r#type = r#"a "{"#; let b = br"{\\";\n    let c = \'{\'; let d = \'\\\'\'; /* a /* b { */ */\n    println!("{}\n{", x); // }\n}\n';
const JAVA =
  'class A {\n  String s = """\n    { "a" \\""" }\n    """;\n  char c = \'{\';\n  void f() { g("}"); } // {\n}\n';
const PHP =
  '<p>it\'s {</p>\n<?php # { \n#[A]\nif ($a) { ?>\n  (<b>\n<?php } // } ?>\n<?php\n$x = "a {$b["c}"]} \\" {";\n$y = <<<TEXT\n  it\'s {\n  TEXT . \'{\';\n';

describe('what is closed', () => {
  test.each([
    ['a.go', GO],
    ['a.rs', RUST],
    ['a.java', JAVA],
    ['package-info.java', '// Notes.\n@Generated("x")\npackage a; // notes\n\u001a'],
    ['b.java', '// nothing\n'],
    ['a.php', PHP],
    ['Dockerfile', 'FROM a\nRUN b \\\n  # c\n  && d\n'],
  ])('%s', async (path, text) => {
    expect(await toldIn({ [path]: text })).toEqual([]);
  });
});

describe('what is not', () => {
  test.each([
    ['a.go', GO.slice(0, -3), 7],
    ['a.go', 'package a\nvar s = `b\nc\n', 3],
    ['a.go', 'package a\nfunc f() {\n\tg(]\n}\n', 3],
    ['a.go', 'package a\nvar s = "b\nvar c = "d"\n', 2],
    ['a.java', "class A {\n  String s = b\";\n  char c = 'd';\n}\n", 2],
    ['a.rs', RUST.slice(0, -2), 5],
    ['a.rs', 'fn f() {}\n/* a\n', 2],
    ['a.java', 'package a;\n\nimport java.util.List;\nimport java.ut', 4],
    ['a.java', '// A\npublic final class A ext // B\n', 2],
    ['a.java', JAVA.slice(0, -2), 6],
    ['a.php', '<?php\nfunction f() {\n', 2],
    ['a.php', '<?php\n$a = "b\n', 2],
  ])('%s of %j', async (path, text, line) => {
    const all = await toldIn({ [path]: text }, { rules: ['syntax'] });
    expect(all.map((each) => each.split(' ')[1])).toEqual([`${path}:${line}`]);
  });
});
