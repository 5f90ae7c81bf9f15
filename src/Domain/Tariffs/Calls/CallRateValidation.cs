namespace BillingActors.Domain.Tariffs.Calls;

/// <summary>Checks one rate: steps that can be reached, limits that make sense.</summary>
internal sealed class CallRateValidation(CallRate rate, string path, ProblemList problems)
{
    public void Check()
    {
        CheckSteps();
        if (rate.Connect < 0)
            Add("connect", "out-of-range", "A connection costs nothing or more.");
        if (rate.FreeIfShorterThan < 0)
            Add("freeIfShorterThan", "out-of-range", "Calls are free below nothing or more.");
        if (rate.Least < 0)
            Add("least", "out-of-range", "The least a call costs is nothing or more.");
        if (rate.Most is { } most && (most <= 0 || most < rate.Least))
            Add("most", "out-of-range", "The most a call costs is more than nothing, and not less than the least.");
        if (rate.Attempt < 0)
            Add("attempt", "out-of-range", "A call that is not answered costs nothing or more.");
        if (rate.Rounding is { Decimals: < -CallRounding.DecimalsMax or > CallRounding.DecimalsMax })
            Add("decimals", "out-of-range", "A charge is rounded to -10 to 10 decimals.");
    }

    // Increments are not cut where another step begins, so a long one may step over a short one.
    private void CheckSteps()
    {
        if (rate.Steps.IsEmpty)
            Add("steps", "required", "A rate has at least one step.");
        var reached = 0m;
        for (var i = 0; i < rate.Steps.Length; i++)
        {
            var step = rate.Steps[i];
            if (i == 0 && step.From != 0)
                Add("steps/0/from", "missing-start", "The first step begins at 0.");
            if (step.Increment <= 0)
            {
                Add($"steps/{i}/increment", "out-of-range", "An increment is more than nothing.");
                return;
            }
            if (i == 0)
                continue;
            var before = rate.Steps[i - 1];
            if (step.From <= before.From)
            {
                Add($"steps/{i}/from", "unreachable-interval", "Steps begin later and later.");
                return;
            }
            if (reached < step.From)
                reached += decimal.Ceiling((step.From - reached) / before.Increment) * before.Increment;
            if (reached >= rate.EndOf(i))
                Add($"steps/{i}", "unreachable-interval", "An increment of the step before reaches beyond this one.");
        }
    }

    private void Add(string member, string rule, string detail) => problems.Add($"{path}/{member}", rule, detail);
}
