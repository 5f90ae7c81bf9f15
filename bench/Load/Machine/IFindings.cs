namespace BillingActors.Load.Machine;

/// <summary>What a scenario found, before it is said where and when.</summary>
internal interface IFindings
{
    /// <summary>Whether everything was done that was to be measured.</summary>
    bool IsSound { get; }

    /// <summary>The figures as an object whose members become JSON.</summary>
    object Figures { get; }

    /// <summary>The figures for people, line by line.</summary>
    string Text { get; }
}
