using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Domain.Invoicing;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Accounts;

/// <summary>
/// Everything that can happen to an account. The kebab-case names are stored for ever: add cases and optional members,
/// never change or remove one. Events hold ids, never personal data. Each area of receivables has its events in a file
/// of its own, under a common base, and folds and books them itself.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(ProfileChanged), "profile-changed")]
[JsonDerivedType(typeof(ContractStarted), "contract-started")]
[JsonDerivedType(typeof(ContractTariffChanged), "contract-tariff-changed")]
[JsonDerivedType(typeof(ContractEnded), "contract-ended")]
[JsonDerivedType(typeof(ChargeAdded), "charge-added")]
[JsonDerivedType(typeof(ChargeRemoved), "charge-removed")]
[JsonDerivedType(typeof(InvoiceIssued), "invoice-issued")]
[JsonDerivedType(typeof(Closed), "closed")]
public abstract partial record AccountEvent
{
    private AccountEvent()
    {
    }

    /// <summary>The numbered document it issues, stored with it; null for an event that issues none.</summary>
    public virtual string? DocumentId => null;

    /// <summary>The account was opened for a customer at a legal entity, in one currency.</summary>
    public sealed record Opened(
        string EntityId,
        string CustomerId,
        string Currency,
        string CycleId,
        int TermsDays,
        LocalDate On) : AccountEvent;

    /// <summary>Cycle or terms changed; before and after stand side by side.</summary>
    public sealed record ProfileChanged(
        string CycleIdBefore, string CycleId, int TermsDaysBefore, int TermsDays) : AccountEvent;

    /// <summary>A contract put a service point on a tariff.</summary>
    public sealed record ContractStarted(
        string ContractId, string ServicePointId, string TariffId, LocalDate From, LocalDate? Until) : AccountEvent;

    /// <summary>A contract is on another tariff from a day on.</summary>
    public sealed record ContractTariffChanged(
        string ContractId, string TariffIdBefore, string TariffId, LocalDate From) : AccountEvent;

    /// <summary>A contract ends on a day, exclusive.</summary>
    public sealed record ContractEnded(string ContractId, LocalDate? UntilBefore, LocalDate Until) : AccountEvent;

    /// <summary>A one-off charge waits for the next invoice.</summary>
    public sealed record ChargeAdded(
        string ChargeId, string Text, long AmountMinor, string TaxCategory, LocalDate On) : AccountEvent;

    /// <summary>A one-off charge was taken back before it was billed.</summary>
    public sealed record ChargeRemoved(string ChargeId) : AccountEvent;

    /// <summary>A cycle was closed into an invoice; the document holds the lines; the chain covers both.</summary>
    public sealed record InvoiceIssued(
        string InvoiceId,
        string? RunId,
        Period Period,
        LocalDate IssuedOn,
        LocalDate DueOn,
        long NetMinor,
        long TaxMinor,
        ImmutableArray<RevenueShare> Revenue,
        ImmutableArray<TaxShare> Taxes,
        ImmutableArray<ContractBilled> Contracts,
        ImmutableArray<string> ChargeIds) : AccountEvent
    {
        /// <inheritdoc />
        public override string DocumentId => InvoiceId;

        /// <summary>Whether it is the final bill of a customer who moves out.</summary>
        public bool IsFinal { get; init; }

        /// <summary>The budget plan it is set against, so that it is no open item; null: it is owed.</summary>
        public string? BudgetId { get; init; }

        /// <summary>The account that pays it with its collective bill; null: the account itself.</summary>
        public string? ParentId { get; init; }
    }

    /// <summary>The account takes no more charges.</summary>
    public sealed record Closed(LocalDate On) : AccountEvent;
}
