// Each kind of block by its type; what the page does not know is shown in red, never left out.

import { h } from "../dom.js";
import { alertBlock, contextActions, plan, taskCard } from "./agent.js";
import { card, carousel, container } from "./cards.js";
import { dataVisualization } from "./charts.js";
import { inputBlock } from "./input.js";
import { actions, context, divider, header, image, section, video } from "./layout.js";
import { richText } from "./rich_text.js";
import { dataTable, table } from "./tables.js";
import { markdown } from "../text/markdown.js";

const BLOCKS = {
  section,
  divider: () => divider(),
  header,
  context,
  image,
  video,
  actions,
  input: inputBlock,
  markdown: (block) => markdown(block.text),
  rich_text: richText,
  table,
  data_table: dataTable,
  data_visualization: dataVisualization,
  card,
  carousel,
  container,
  alert: alertBlock,
  plan,
  task_card: taskCard,
  context_actions: contextActions,
};

/** One block. `ctx` says where it stands: its values, and how it reaches the app. */
export function renderBlock(block, ctx) {
  const make = BLOCKS[block?.type];
  const inner = { ...ctx, blockId: block?.block_id ?? "", dispatches: true, renderBlock };
  const content = make ? make(block, inner) : h("span", { class: "unknown" }, `[${block?.type}]`);
  return h("div", { class: `block block-${make ? block.type.replace(/_/g, "-") : "unknown"}`, data: { "block-id": block?.block_id } }, content);
}

/** All blocks of a message. */
export function renderBlocks(blocks, ctx) {
  return blocks.map((block) => renderBlock(block, ctx));
}
