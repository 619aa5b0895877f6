"""What one can do with an agreement: take and veto decisions, approve and do transfers, look at what is recorded."""

from collabdesk.usecases.agreement.acts import decide, heed_move, move_transfer

__all__ = ["decide", "heed_move", "move_transfer"]
