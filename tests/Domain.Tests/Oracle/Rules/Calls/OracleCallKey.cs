using BillingActors.Domain.Rating.Calls;

namespace BillingActors.Domain.Tests.Oracle.Rules.Calls;

/// <summary>What calls or parts of calls on one line have in common, in the order of the bill.</summary>
internal sealed record OracleCallKey(
    CallPartKind Kind, int Destination, int Zone, bool IsIncoming, int Rate, int Step, string Period, string Bucket)
{
    /// <summary>The order of the lines of a bill.</summary>
    public static readonly IComparer<OracleCallKey> InOrder = Comparer<OracleCallKey>.Create(Compare);

    public OracleCallKey(OracleCall call)
        : this(CallPartKind.Use, call.Destination, call.ZoneIndex, call.IsIncoming, -1, 0, call.StartPeriod ?? "", "")
    {
    }

    public OracleCallKey(OracleCall call, OracleCallPart part)
        : this(
            part.Kind, IsDrawn(part) ? -1 : call.Destination, IsDrawn(part) ? -1 : call.ZoneIndex, call.IsIncoming,
            part.Kind == CallPartKind.Use ? part.Rate : -1, part.Kind == CallPartKind.Use ? part.Step : 0,
            part.Kind == CallPartKind.Use ? part.Period ?? "" : "", IsDrawn(part) ? part.Bucket : "")
    {
    }

    private (int, int, int, bool, CallPartKind, int, int) Order => (
        Kind is CallPartKind.Use or CallPartKind.Connect ? 0 : (int)Kind, Destination, Zone, IsIncoming, Kind, Rate,
        Step);

    private static int Compare(OracleCallKey left, OracleCallKey right)
    {
        var byOrder = left.Order.CompareTo(right.Order);
        if (byOrder != 0)
            return byOrder;
        var byPeriod = string.CompareOrdinal(left.Period, right.Period);
        return byPeriod != 0 ? byPeriod : string.CompareOrdinal(left.Bucket, right.Bucket);
    }

    private static bool IsDrawn(OracleCallPart part) => part.Kind is CallPartKind.Bucket or CallPartKind.Credit;
}
