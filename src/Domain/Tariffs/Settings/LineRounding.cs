namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>What is rounded where a charge has several lines.</summary>
public enum LineRounding
{
    /// <summary>Each line.</summary>
    Line,

    /// <summary>The sum of the lines, which is then shared over them.</summary>
    Charge,
}
