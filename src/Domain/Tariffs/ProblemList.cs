using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs;

/// <summary>Problems found so far, in order.</summary>
internal sealed class ProblemList
{
    private readonly ImmutableArray<TariffProblem>.Builder _problems = ImmutableArray.CreateBuilder<TariffProblem>();

    public void Add(string path, string rule, string detail) => _problems.Add(new TariffProblem(path, rule, detail));

    public ImmutableArray<TariffProblem> ToImmutable() => _problems.ToImmutable();
}
