namespace BillingActors.Domain.Rating.Calls;

/// <summary>What a line of calls adds up.</summary>
/// <param name="Place">Piece, charge, destination, zone and period.</param>
/// <param name="Kind">Kind of part; use stands for whole calls too.</param>
/// <param name="Rate">Index of the rate, or -1.</param>
/// <param name="Step">Number of the step, or 0 for all.</param>
/// <param name="Bucket">Id of the bucket, or empty.</param>
internal readonly record struct LineKey(CallPlace Place, CallPartKind Kind, int Rate, int Step, string Bucket)
{
    /// <summary>
    /// The order of lines of one charge: what allowances and credits took comes last, the rest by destination.
    /// </summary>
    public static int Compare(in LineKey left, in LineKey right)
    {
        var order = GroupOf(left).CompareTo(GroupOf(right));
        if (order == 0)
            order = left.Place.Destination.CompareTo(right.Place.Destination);
        if (order == 0)
            order = left.Place.Zone.CompareTo(right.Place.Zone);
        if (order == 0)
            order = ((int)left.Place.Direction).CompareTo((int)right.Place.Direction);
        if (order == 0)
            order = ((int)left.Kind).CompareTo((int)right.Kind);
        if (order == 0)
            order = left.Rate.CompareTo(right.Rate);
        if (order == 0)
            order = left.Step.CompareTo(right.Step);
        if (order == 0)
            order = string.CompareOrdinal(left.Place.Period, right.Place.Period);
        return order != 0 ? order : string.CompareOrdinal(left.Bucket, right.Bucket);
    }

    private static int GroupOf(in LineKey key) =>
        key.Kind >= CallPartKind.Bucket ? (int)key.Kind : (int)CallPartKind.Use;
}
