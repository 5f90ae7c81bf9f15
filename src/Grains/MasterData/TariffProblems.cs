using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Grains.MasterData;

/// <summary>Problems of a tariff as one text.</summary>
internal static class TariffProblems
{
    private const int CountMax = 5;

    /// <summary>The first problems with path, rule and detail, and how many there are beside them.</summary>
    public static string Told(ImmutableArray<TariffProblem> problems)
    {
        var first = string.Join("; ", problems.Take(CountMax).Select(p => $"{p.Path}: {p.Rule}: {p.Detail}"));
        return problems.Length > CountMax ? $"{first}; and {problems.Length - CountMax} more" : first;
    }
}
