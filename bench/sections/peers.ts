import { answer } from '../ask.js'
import { bundle } from '../bundle.js'
import { installPeers, PEERS_OUTFILE } from '../peers/install.js'
import { type PeersMeasured, peersReport } from '../peers/report.js'
import type { Section } from '../section.js'

/** Other tools on the same table; they are installed where they are missing, and left out where they cannot be. */
export async function peers(): Promise<Section> {
  if (!installPeers()) return { text: '## Other tools\n\nNot measured: they could not be installed.\n' }
  await bundle("import './peers/measure.js'", PEERS_OUTFILE)
  return { text: peersReport(answer<PeersMeasured>(PEERS_OUTFILE, [15])) }
}
