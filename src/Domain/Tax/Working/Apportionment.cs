namespace BillingActors.Domain.Tax.Working;

/// <summary>Shares whole minor units over exact parts of either sign by the largest remainder.</summary>
internal static class Apportionment
{
    /// <summary>
    /// Whole parts that sum to the total, each less than a unit from its exact part where those sum to about the total;
    /// ties go to the first. What is negated gives negated parts.
    /// </summary>
    public static long[] Of(long total, IReadOnlyList<decimal> exact)
    {
        if (total < 0 || (total == 0 && exact.Sum() < 0))
            return [.. Of(-total, [.. exact.Select(part => -part)]).Select(part => -part)];
        var parts = new long[exact.Count];
        var left = total;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = decimal.ToInt64(decimal.Floor(exact[i]));
            left -= parts[i];
        }
        if (left == 0 || parts.Length == 0)
            return parts;
        var order = Enumerable.Range(0, parts.Length).Where(i => exact[i] != 0m || exact.All(part => part == 0m))
            .OrderByDescending(i => Math.Sign(left) * (exact[i] - parts[i])).ThenBy(i => i).ToList();
        // More units than parts are left where the exact parts do not sum to the total: around again.
        var (around, rest) = Math.DivRem(left, order.Count);
        foreach (var i in order)
        {
            parts[i] += around + Math.Sign(rest);
            rest -= Math.Sign(rest);
        }
        return parts;
    }
}
