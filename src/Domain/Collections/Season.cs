using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>The same days each year, first and last included; it may go over the turn of the year.</summary>
public sealed record Season(AnnualDate First, AnnualDate Last)
{
    /// <summary>Whether the day lies in it.</summary>
    public bool Contains(LocalDate on)
    {
        var day = new AnnualDate(on.Month, on.Day);
        return First <= Last ? First <= day && day <= Last : First <= day || day <= Last;
    }
}
