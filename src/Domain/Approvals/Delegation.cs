using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Approvals;

/// <summary>A person decides in another one's place for some days, with roles of the other one.</summary>
/// <param name="FromId">Whose place it is.</param>
/// <param name="ToId">Who decides in it.</param>
/// <param name="Roles">Roles whose limits count.</param>
/// <param name="From">First day.</param>
/// <param name="Through">Last day.</param>
public sealed record Delegation(
    string FromId, string ToId, ImmutableArray<string> Roles, LocalDate From, LocalDate Through)
{
    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(LocalDate on) => From <= on && on <= Through;
}
