using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using NodaTime;

namespace BillingActors.Grains.BillRuns;

/// <summary>What all pages of a run share.</summary>
/// <param name="RunId">Bill run.</param>
/// <param name="Entity">Legal entity.</param>
/// <param name="Cycle">Bill cycle.</param>
/// <param name="Until">End of the period, exclusive.</param>
internal sealed record RunSettings(string RunId, LegalEntity Entity, BillCycle Cycle, LocalDate Until)
{
    /// <summary>Closing inputs that name the period only.</summary>
    public ClosingInputs WithoutContracts { get; } = new(Until, Entity, Cycle, []);
}
