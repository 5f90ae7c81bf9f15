namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>Checks how much the windows of some hours count.</summary>
internal sealed class WeightValidation(TariffVersion version, string path, ProblemList problems)
{
    private const decimal FactorMax = 10m;
    private const int DecimalsMax = 6;

    public void Check(DemandWeights weights)
    {
        if (weights.Periods.IsEmpty)
            problems.Add($"{path}/periods", "required", "Weights name at least one period.");
        if (version.Calendar(weights.Calendar) is not { } calendar)
        {
            problems.Add($"{path}/calendar", "unknown-calendar", $"The version has no calendar {weights.Calendar}.");
            return;
        }
        for (var i = 0; i < weights.Periods.Length; i++)
        {
            var (period, factor) = weights.Periods[i];
            if (!calendar.Periods.Contains(period, StringComparer.Ordinal))
                problems.Add($"{path}/periods/{i}/period", "unknown-period", $"The calendar has no period {period}.");
            if (weights.Periods.Take(i).Any(before => before.Period == period))
                problems.Add($"{path}/periods/{i}/period", "duplicate-period", $"Period {period} has one weight.");
            if (factor is < 0m or > FactorMax || decimal.Round(factor, DecimalsMax) != factor)
            {
                problems.Add(
                    $"{path}/periods/{i}/factor", "out-of-range", "A weight is 0 to 10, with at most six decimals.");
            }
        }
    }
}
