"""The office's archive sheet of disputes: what its cells mean, and the acts they tell of."""
