"""What Slack accepts: lengths in characters, counts, seconds and calls a minute."""

from types import MappingProxyType
from typing import Final

# A payload as a whole.
MESSAGE_BLOCKS: Final = 50
VIEW_BLOCKS: Final = 100
MESSAGE_TEXT: Final = 40_000  # Slack cuts there
MESSAGE_TEXT_AIM: Final = 4_000  # what reads well
BLOCKS_TEXT: Final = 12_000  # of all blocks together: Slack begins to refuse a little above 13,000
MARKDOWN_TEXT: Final = 12_000  # of all markdown blocks together, and of one call that streams
CHARTS: Final = 2
TABLES: Final = 1
METADATA: Final = 8_000  # as JSON

# Blocks.
IDENTIFIER: Final = 255  # block_id, action_id, callback_id
SECTION_TEXT: Final = 3_000
SECTION_FIELDS: Final = 10
FIELD_TEXT: Final = 2_000
HEADER_TEXT: Final = 150
CONTEXT_ELEMENTS: Final = 10
CONTEXT_TEXT: Final = 2_000
ACTIONS: Final = 25
CONTEXT_ACTIONS: Final = 5
INPUT_LABEL: Final = 2_000
INPUT_HINT: Final = 2_000
IMAGE_TITLE: Final = 2_000
ALT_TEXT: Final = 2_000
FILE_ALT_TEXT: Final = 1_000  # of a file that is uploaded
VIDEO_TITLE: Final = 199
VIDEO_DESCRIPTION: Final = 200
VIDEO_AUTHOR: Final = 49
URL: Final = 3_000
ALERT_TEXT: Final = 3_000
CARD_TITLE: Final = 150
CARD_BODY: Final = 200
CARD_ACTIONS: Final = 2
CAROUSEL_CARDS: Final = 10
CONTAINER_BLOCKS: Final = 10
CONTAINER_TITLE: Final = 150
TASK_TITLE: Final = 256
PLAN_TASKS: Final = 50
TASK_SOURCES: Final = 50

# Tables and charts.
TABLE_ROWS: Final = 100
TABLE_COLUMNS: Final = 20
DATA_TABLE_ROWS: Final = 101  # with the header
DATA_TABLE_TEXT: Final = 10_000
DATA_TABLE_CAPTION: Final = 2_000
PAGE_SIZE: Final = 100
CHART_TITLE: Final = 50
CHART_SERIES: Final = 6
CHART_SEGMENTS: Final = 6
CHART_CATEGORIES: Final = 20
CHART_LABEL: Final = 20
AXIS_LABEL: Final = 50

# Elements and what they are composed of.
BUTTON_TEXT: Final = 75
BUTTON_VALUE: Final = 2_000
AGENT_PROMPT: Final = 4_000
OPTION_TEXT: Final = 75
OPTION_VALUE: Final = 150
OPTIONS: Final = 100
OPTION_GROUPS: Final = 100
OVERFLOW_OPTIONS: Final = 5
CHOICES: Final = 10  # of checkboxes and radio buttons
PLACEHOLDER: Final = 150
TYPED_TEXT: Final = 3_000
FILES: Final = 10
CONFIRM_TITLE: Final = 100
CONFIRM_TEXT: Final = 300
CONFIRM_BUTTON: Final = 30

# Views.
VIEW_TITLE: Final = 24
PRIVATE_METADATA: Final = 3_000
VIEW_STACK: Final = 3

# The assistant.
SUGGESTED_PROMPTS: Final = 4
LOADING_MESSAGES: Final = 10
SESSION_TITLE: Final = 200

# Time and tries.
ACK_SECONDS: Final = 3
TRIGGER_SECONDS: Final = 3
RETRY_SECONDS: Final = (0, 60, 300)  # after the first try
SIGNATURE_SECONDS: Final = 300
RESPONSE_URL_USES: Final = 5
RESPONSE_URL_SECONDS: Final = 30 * 60
SOCKETS: Final = 10
SCHEDULE_DAYS: Final = 120
POST_SECONDS: Final = 1  # between two messages to one channel
TIER_CALLS: Final = MappingProxyType({1: 1, 2: 20, 3: 50, 4: 100})  # a minute, per method and workspace
