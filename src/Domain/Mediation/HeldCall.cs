using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Mediation;

/// <summary>The parts of a long call that are there, in order of their numbers, whatever order they came in.</summary>
/// <param name="Parts">The parts.</param>
public sealed record HeldCall(ImmutableArray<CallPart> Parts)
{
    /// <summary>Nothing came.</summary>
    public static HeldCall None { get; } = new([]);

    /// <summary>Whether the last part and all before it are there.</summary>
    public bool IsComplete => Parts.Length > 0 && Parts[^1].IsLast && Parts[^1].Number == Parts.Length;

    /// <summary>
    /// The call with a part; the same part again changes nothing. Refuses a part that contradicts those that are there.
    /// </summary>
    public HeldCall Take(CallPart part, out Refusal? refusal)
    {
        refusal = Problem(part);
        return refusal is not null || Parts.Contains(part)
            ? this
            : new HeldCall([.. Parts.Append(part).OrderBy(static one => one.Number)]);
    }

    /// <summary>The parts that are there as one call; there must be one.</summary>
    public JoinedCall Join()
    {
        Invariant.Holds(!Parts.IsEmpty, "a call has a part");
        return new JoinedCall(
            Parts.Min(static part => part.Start), Parts.Sum(static part => part.Quantity), Parts[0].Number);
    }

    /// <summary>What is there, in words: "1, 2 and the last, 4".</summary>
    public string Tell() => string.Join(
        ", ", Parts.Select(static part => part.IsLast
            ? string.Create(CultureInfo.InvariantCulture, $"{part.Number} (the last)")
            : part.Number.ToString(CultureInfo.InvariantCulture)));

    private Refusal? Problem(CallPart part)
    {
        if (part.Number is < 1 or > CallPart.NumberMax)
            return MediationRefusals.PartNumber;
        if (Parts.FirstOrDefault(one => one.Number == part.Number) is { } known && known != part)
            return MediationRefusals.PartConflict(part.Number);
        if (Parts.Any(one => one.IsLast && one.Number < part.Number)
            || (part.IsLast && Parts.Any(one => one.Number > part.Number)))
            return MediationRefusals.PartAfterLast(part.Number);
        return Parts.Any(one => one.Rest != part.Rest) ? MediationRefusals.PartsDiffer(part.Number) : null;
    }
}
