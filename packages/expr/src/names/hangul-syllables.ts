const FIRST_SYLLABLE = 0xac00;
// The parts of a name, in the order of their code points.
const LEADS = ['G', 'GG', 'N', 'D', 'DD', 'R', 'M', 'B', 'BB', 'S', 'SS', '', 'J', 'JJ', 'C', 'K', 'T', 'P', 'H'];
const VOWELS = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const TAILS = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ');

/** The code point of a syllable by its romanised name, such as GAG; undefined if there is none. */
export function hangulSyllable(name: string): number | undefined {
  const [, lead = '', vowel = '', tail = ''] = /^([^AEIOUWY]*)([AEIOUWY]+)([^AEIOUWY]*)$/.exec(name) ?? [];
  const [leadIndex, vowelIndex, tailIndex] = [LEADS.indexOf(lead), VOWELS.indexOf(vowel), TAILS.indexOf(tail)];
  if (leadIndex < 0 || vowelIndex < 0 || tailIndex < 0) return undefined;
  return FIRST_SYLLABLE + (leadIndex * VOWELS.length + vowelIndex) * TAILS.length + tailIndex;
}
