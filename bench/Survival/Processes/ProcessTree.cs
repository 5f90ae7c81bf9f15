using System.Globalization;

namespace BillingActors.Survival.Processes;

/// <summary>Who started whom, as the system tells it.</summary>
internal static class ProcessTree
{
    /// <summary>Ids of the processes that a process has started and that still run.</summary>
    public static int[] ChildrenOf(int processId)
    {
        var children = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id)
                && ParentOf(folder) == processId)
                children.Add(id);
        }
        return [.. children];
    }

    private static int? ParentOf(string folder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            // After the name, which is in parentheses and may hold anything: state, parent.
            var rest = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return int.Parse(rest[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null; // It ended meanwhile.
        }
    }
}
