using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>Stops collection from a day through a day; without an end until it is lifted.</summary>
public sealed record CollectionBlock(string Id, BlockKind Kind, LocalDate From, LocalDate? Through)
{
    /// <summary>Whether it stops letters and fees; some protect the supply alone.</summary>
    public bool StopsLetters => Kind is not (BlockKind.LifeSupport
        or BlockKind.MedicalCertificate
        or BlockKind.AssistancePending);

    /// <summary>Whether no interest is charged while it holds.</summary>
    public bool StopsInterest => Kind is BlockKind.Insolvency or BlockKind.Deceased or BlockKind.Legal;

    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(LocalDate on) => From <= on && (Through is not { } through || on <= through);
}
