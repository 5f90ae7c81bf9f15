using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Statements;

/// <summary>
/// What was owed before a first day, what moved it, and what was owed at the end of the last day; the closing of one
/// statement is the opening of the next.
/// </summary>
/// <param name="From">First day.</param>
/// <param name="Through">Last day.</param>
/// <param name="OpeningMinor">Owed before the first day.</param>
/// <param name="Movements">What moved it, by day and as stored; what only moved between items is left out.</param>
/// <param name="ClosingMinor">Owed at the end of the last day.</param>
/// <param name="Basis">What ages are counted from.</param>
/// <param name="Ageing">What is open at the end of the last day, by age.</param>
public sealed record BalanceForwardStatement(
    LocalDate From,
    LocalDate Through,
    long OpeningMinor,
    ImmutableArray<Movement> Movements,
    long ClosingMinor,
    AgeingBasis Basis,
    Ageing Ageing)
{
    /// <summary>The statement of an account as its history has it.</summary>
    public static BalanceForwardStatement Of(
        AccountHistory history, LocalDate from, LocalDate through, AgeingBasis basis)
    {
        Invariant.Holds(from <= through, "a statement has at least one day");
        var opening = history.BalanceAt(from.PlusDays(-1));
        ImmutableArray<Movement> movements =
        [
            .. history.Movements.Where(movement => movement.On >= from && movement.On <= through)
                .Where(movement => movement.AmountMinor != 0)
                .OrderBy(movement => movement.On)
                .ThenBy(movement => movement.Version),
        ];
        var closing = opening + movements.Sum(movement => movement.AmountMinor);
        var ageing = Ageing.Of(history.ItemsAt(through), history.UnappliedAt(through), through, basis);
        Invariant.Holds(closing == ageing.BalanceMinor, "a statement closes with what is open");
        return new BalanceForwardStatement(from, through, opening, movements, closing, basis, ageing);
    }
}
