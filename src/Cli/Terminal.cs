using System.Text.Json;
using BillingActors.Cli.Client;

namespace BillingActors.Cli;

/// <summary>
/// Where the program writes: results to output, complaints to errors, progress only where a person watches.
/// </summary>
internal sealed class Terminal(TextWriter output, TextWriter errors, bool isInteractive)
{
    private int _progressLength;

    public TextWriter Output => output;

    public TextWriter Errors => errors;

    /// <summary>Whether a person watches.</summary>
    public bool IsInteractive => isInteractive;

    /// <summary>The terminal or pipe this process was started on.</summary>
    public static Terminal OfProcess() =>
        new(Console.Out, Console.Error, !Console.IsOutputRedirected && !Console.IsErrorRedirected);

    /// <summary>A line for people.</summary>
    public void Line(string text = "")
    {
        EndProgress();
        output.WriteLine(text);
    }

    /// <summary>An object on a line of its own, for programs.</summary>
    public void Json<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, WireJson.OneLine));

    /// <summary>What went wrong or is remarkable, beside the result.</summary>
    public void Complain(string text)
    {
        EndProgress();
        errors.WriteLine(text);
    }

    /// <summary>Says why the program ends.</summary>
    public void Fault(Exception fault)
    {
        Complain("billing: " + fault.Message);
        if (fault is RefusedException refused)
            foreach (var problem in refused.Problems)
                Complain($"  line {problem.Line}, {problem.Field}: {problem.Rule}: {problem.Detail}");
    }

    /// <summary>Replaces the line of progress; nothing where no person watches.</summary>
    public void Progress(string text)
    {
        if (!isInteractive)
            return;
        errors.Write("\r" + text.PadRight(_progressLength));
        errors.Flush();
        _progressLength = text.Length;
    }

    /// <summary>Clears the line of progress.</summary>
    public void EndProgress()
    {
        if (_progressLength == 0)
            return;
        errors.Write("\r" + new string(' ', _progressLength) + "\r");
        _progressLength = 0;
    }
}
