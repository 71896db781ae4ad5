"""What this room brings: campaigns, their card and their line in the report."""

from actions.campaigns.achieved import beside
from actions.campaigns.belonging import day_told
from actions.campaigns.report import CAMPAIGNS
from actions.rooms import Room
from domain.checklist_kinds import CAMPAIGN

ROOM = Room(
    report=(CAMPAIGNS,),
    figure_changed=(day_told,),
    beside_lists={CAMPAIGN.code: beside},
)
