/* A text as notes in the margin see it: its letters alone, each with its place, so that no white space, tag or way of
   writing marks makes a difference. news/margin/ reads what is stored in the same way. */

const SURE = 4; // letters around a passage that agree
const TELLING = 12; // letters of a passage that hardly stand in a text twice by chance
const CONTEXT = 80; // letters kept before and after a passage
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const UNSEEN = /[\s\p{Cf}\p{Cc}]/u;

/* `pieces` are [where, text]; the letters, and of each [where, begin, end]. */
export const read = (pieces) => {
  const places = [];
  let letters = "";
  pieces.forEach(([where, text]) => {
    for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
      for (const letter of cluster.normalize("NFC")) {
        if (UNSEEN.test(letter)) continue;
        letters += letter;
        for (let unit = 0; unit < letter.length; unit += 1) places.push([where, index, index + cluster.length]);
      }
    }
  });
  return { letters, places };
};
export const lettersOf = (text) => read([[null, text]]).letters;

/* What a note remembers of the letters from `begin` to `end`. */
export const quote = ({ letters }, begin, end) => ({
  exact: letters.slice(begin, end),
  prefix: letters.slice(Math.max(begin - CONTEXT, 0), begin),
  suffix: letters.slice(end, end + CONTEXT),
  position: begin,
});

const alike = (one, other) => {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
};
const backwards = (text) => [...text].reverse();

/* Where the passage stands, [begin, end] in letters; null if nowhere: its words with those around them, then the nearest. */
export const find = ({ letters }, { exact, prefix, suffix, position }) => {
  if (!exact) return null;
  let best = null;
  for (let begin = letters.indexOf(exact); begin >= 0; begin = letters.indexOf(exact, begin + 1)) {
    const end = begin + exact.length;
    const before = letters.slice(Math.max(begin - prefix.length, 0), begin);
    const claim = alike(backwards(before), backwards(prefix)) + alike(letters.slice(end, end + suffix.length), suffix);
    const far = Math.abs(begin - position);
    if (!best || claim > best.claim || (claim === best.claim && far < best.far)) best = { begin, end, claim, far };
  }
  const enough = Math.min(SURE, (prefix.length + suffix.length) / 2);
  return best && (best.claim >= enough || exact.length >= TELLING) ? [best.begin, best.end] : null;
};
