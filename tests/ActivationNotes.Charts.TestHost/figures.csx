// One figure of every kind of chart, as a lesson's cells would make them; the host puts the two #r lines before it.
using ActivationNotes.Activations;
using ActivationNotes.Charts;
using ActivationNotes.Charts.Lessons;

double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

var curve = Series.OfFunction("s(x)", Sigmoid, -10, 10);
var lines = Plot.Lines("The sigmoid", "input x", "output s(x)", curve).ShadeX(5, 10, "saturated").WithNote(0, 0.5, "steepest").WithCaption("Flat beyond 5.");
var sample = new Sample("outputs", Plot.Range(-6, 6, 500).Select(Sigmoid).ToArray());
var grid = new double[3, 4];
for (var row = 0; row < 3; row++) for (var column = 0; column < 4; column++) grid[row, column] = Math.Sin(row + 2.5 * column);

var figures = new Dictionary<string, Figure>
{
    ["lines"] = lines,
    ["points"] = Plot.Points("Points", "time (ms)", "rate (1/s)", Series.Of("measured", [1, 2, 3], [1234.5, -0.001, 1e9])),
    ["band"] = Plot.Lines("Runs", "step", "loss", Series.OfRuns("ten seeds", [0, 1, 2], [[1, 0.5, 0.25], [1.5, 0.75, 0.3]])).WithLogY(),
    ["bars"] = Plot.Bars("Bars", "kind", "time (ms)", ["a", "b"], new BarSeries("ours", [1.5, 2]) { Low = [0.5, 1.5], High = [1.75, 2.5] }),
    ["histogram"] = Plot.Histogram("Histogram", "output", 20, sample),
    ["heatmap"] = Plot.Heatmap("Heatmap", "column", "row", "amount", ["1", "2", "3", "4"], ["I", "İ", "i"], grid, signed: true),
    ["diagram"] = Plot.Diagram("Gate", [new("x", 0), new("s", 1)], [new("x", "s", "1.00", "0.20")]),
    ["panels"] = Plot.SideBySide("Both", lines, Plot.Bars("Bars", "kind", "time (ms)", ["a", "b"], new BarSeries("ours", [1, 2]))),
    ["slider"] = Plot.Slider("Slopes", "slope", ["0.5", "2"],
        new[] { 0.5, 2 }.Select(slope => Plot.Lines("s", "input x", "output", Series.OfFunction("s", x => Sigmoid(slope * x), -5, 5))).ToArray()),
    ["activations"] = ActivationFigures.Compare([Activation.Named("sigmoid"), Activation.Named("tanh")], -3, 3),
};
figures.ToDictionary(pair => pair.Key, pair => pair.Value.ToHtml())
