namespace BillingActors.Domain.Metering;

/// <summary>What a quality means for a bill.</summary>
public static class ReadQualityFacts
{
    extension(ReadQuality quality)
    {
        /// <summary>Whether the value was estimated or put in the place of a measured one.</summary>
        public bool IsEstimate => quality is ReadQuality.Estimated or ReadQuality.Substituted
            or ReadQuality.FinalSubstituted or ReadQuality.ForwardEstimate;
    }
}
