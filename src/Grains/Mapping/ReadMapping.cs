using BillingActors.Domain.Metering;
using Wire = BillingActors.Grains.Interfaces.Metering;

namespace BillingActors.Grains.Mapping;

/// <summary>What a source claims of a read, wire → domain.</summary>
internal static class ReadMapping
{
    public static ReadClaim ToClaim(this Wire.MeterRead read) => new(
        read.PreviousValue, read.Value, read.Quantity, read.Scale, MeterMapping.ToQuality(read.Quality));
}
