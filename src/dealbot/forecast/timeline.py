"""Days per draw read as likelihoods and dates."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

import numpy as np

from dealbot.domain.forecast import Likelihood, Timeline
from dealbot.forecast.streams import Floats


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads draws from a day on, up to a horizon; `shock` tells slow houses from fast ones, draw by draw."""

    today: date
    horizon: date
    target: date | None
    shock: Floats

    @property
    def aim(self) -> date | None:
        """The target, if it lies between today and the horizon."""
        return self.target if self.target and self.today <= self.target <= self.horizon else None

    def timeline(self, days: Floats) -> Timeline:
        """Read when something comes."""
        return Timeline(
            by_target=self.likelihood(days, self.aim) if self.aim else None,
            within_horizon=self.likelihood(days, self.horizon),
            p10=self.quantile(days, 0.1),
            p50=self.quantile(days, 0.5),
            p90=self.quantile(days, 0.9),
        )

    def likelihood(self, days: Floats, by: date) -> Likelihood:
        """The share of draws in which it has come by a day: of the slower houses, of all, of the faster ones.

        Both halves are the same draws whatever is known of the deal, so what is worse lowers neither end.
        """
        came = days <= self._days_to(by)
        faster = self.shock < np.median(self.shock)
        halves = sorted((float(came[faster].mean()), float(came[~faster].mean())))
        return Likelihood(halves[0], float(came.mean()), halves[1])

    def share(self, days: Floats, by: date) -> float:
        """The share of all draws in which it has come by a day."""
        return float((days <= self._days_to(by)).mean())

    def quantile(self, days: Floats, share: float) -> date | None:
        """The first day by which it has come in that share of all draws, None beyond the horizon."""
        reached = np.sort(days)[ceil(share * len(days)) - 1]
        if reached > self._days_to(self.horizon):
            return None
        return self.today + timedelta(days=ceil(reached))

    def mean_days(self, days: Floats) -> float:
        """The mean, where what comes later than the horizon, or never, counts as the horizon."""
        return float(np.minimum(days, self._days_to(self.horizon)).mean())

    def _days_to(self, day: date) -> int:
        return (day - self.today).days
