/**
 * Decides from the raw text, before anything is parsed, that a document is no proposal. It is part of the judgement and asked wherever a
 * document is read, so an editor, the command line and a scan always agree.
 */
import { screen, type Screened } from './screen';

/** A statement about speed, size or cost needs one of these. */
const SPEED =
  /fast|quick|speed|snapp|swift|rapid|blazing|lightning|instant|accelerat|slow|sluggish|lag|crawl|perf|latenc|throughput|scal|concurren|parallel|efficien|execution|response|respons|overhead|footprint|memory|ram\b|rss|heap|alloc|start|boot|warm|bundle|binary|size|disk|cpu|compute|cost|resource|energy|power|battery|jitter|pause|gc|garbage|determin|predictab|bottleneck|hot|spin|lean|light|native|bare metal|machine code|compiled|runtime|bloat|heavy|intensive|hungry|expensive|cheaper|gil\b|single|load|fps|frame|p\d\d|rps|qps|tps|build|compil|hmr|zippy|jank|stutter|outperform|poor|\d\s?(?:%|x\b|×|ms\b|s\b|[kmg]b\b)|per second|\/s\b/i;
/** Something must move, be chosen or argued for. */
const CHANGE =
  /writ|wrote|port|migrat|mov|switch|transition|replac|convert|conver|swap|upgrad|adopt|phase|supersed|cho[os]|select|deci|pick|opt|settle|go with|went|standard|introduc|us(?:e|ing)|utili|implement|built|build|develop|craft|power|recommend|propos|evaluat|compar|why|offer|benefit|advantage|riir|engineer|architect|translat|transpil|announc|lesson|versus|vs|→|->|language|strength/i;

/** The cheapest question first: the screen looks at a few hundred words, the patterns at the whole text until one of theirs stands there. */
export function cannotApply(text: string, seen: { screened: Screened | null }): boolean {
  seen.screened = screen(text, seen.screened);
  return seen.screened.away || !SPEED.test(text) || !CHANGE.test(text);
}
