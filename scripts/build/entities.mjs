/**
 * Character references by name: those of HTML 4, and the few of HTML 5 that prose and addresses use. The table of all 2 231 names costs
 * 22 KB in a bundle; a name that is not here stays as it is written.
 */

/** Names of the characters from U+00A0 on, one for each. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Names before the characters they stand for. */
const OTHERS =
  'quot"amp&apos\'lt<gt>QUOT"AMP&LT<GT>COPY©REG®colon:comma,period.semi;excl!quest?num#dollar$percnt%lpar(rpar)ast*plus+equals=commat@lsqb[rsqb]lbrack[rbrack]bsol\\sol/Hat^lowbar_grave`lcub{rcub}verbar|vert|lbrace{rbrace}OEligŒoeligœScaronŠscaronšYumlŸfnofƒcircˆtilde˜AlphaΑBetaΒGammaΓDeltaΔEpsilonΕZetaΖEtaΗThetaΘIotaΙKappaΚLambdaΛMuΜNuΝXiΞOmicronΟPiΠRhoΡSigmaΣTauΤUpsilonΥPhiΦChiΧPsiΨOmegaΩalphaαbetaβgammaγdeltaδepsilonεzetaζetaηthetaθiotaιkappaκlambdaλmuμnuνxiξomicronοpiπrhoρsigmafςsigmaσtauτupsilonυphiφchiχpsiψomegaωthetasymϑupsihϒpivϖensp\u2002emsp\u2003numsp\u2007puncsp\u2008thinsp\u2009hairsp\u200azwnj\u200czwj\u200dlrm\u200erlm\u200fndash–mdash—horbar―lsquo‘rsquo’sbquo‚ldquo“rdquo”bdquo„dagger†Dagger‡bull•bullet•hellip…mldr…permil‰prime′Prime″lsaquo‹rsaquo›oline‾frasl⁄euro€imageℑweierp℘realℜtrade™TRADE™alefsymℵlarr←uarr↑rarr→darr↓harr↔crarr↵lArr⇐uArr⇑rArr⇒dArr⇓hArr⇔forall∀part∂exist∃empty∅nabla∇isin∈notin∉ni∋prod∏sum∑minus−lowast∗radic√prop∝infin∞ang∠and∧or∨cap∩cup∪int∫there4∴sim∼cong≅asymp≈approx≈ap≈ne≠equiv≡le≤leq≤ge≥geq≥sub⊂sup⊃nsub⊄sube⊆supe⊇oplus⊕otimes⊗perp⊥sdot⋅lceil⌈rceil⌉lfloor⌊rfloor⌋lang⟨rang⟩loz◊spades♠clubs♣hearts♥diams♦check✓checkmark✓cross✗star☆starf★phone☎half½rightarrow→leftarrow←hyphen‐dash‐NewLine\nTab\tNonBreakingSpace\u00a0';

/** @type {ReadonlyMap<string, string>} */
const NAMES = new Map([
  ...LATIN.split(' ').map((name, i) => [name, String.fromCharCode(0xa0 + i)]),
  ...Array.from(OTHERS.matchAll(/([A-Za-z][A-Za-z0-9]*)([^A-Za-z0-9])/gu), (pair) => [pair[1], pair[2]]),
]);

/** `&name;` to its character, or back as it is. @param {string} reference */
export const decodeHTMLStrict = (reference) => NAMES.get(reference.slice(1, -1)) ?? reference;
