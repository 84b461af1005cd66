// Generated from the rule table by test/schema/generated.test.ts. Do not edit: run `npx vitest run --project model -u`.
// @ts-nocheck
import type { StructureValidator } from '../validator.ts';

function joined(errors, more) {
  if (errors === null) return more;
  for (const error of more) errors.push(error);
  return errors;
}

function fault(errors, instancePath, keyword, params = {}) {
  return joined(errors, [{ instancePath, keyword, params }]);
}

function keys(errors, data, instancePath, needed, others) {
  for (const missingProperty of needed) {
    if (data[missingProperty] === undefined) errors = fault(errors, instancePath, 'required', { missingProperty });
  }
  for (const additionalProperty in data) {
    if (!needed.includes(additionalProperty) && !others.includes(additionalProperty)) {
      errors = fault(errors, instancePath, 'additionalProperties', { additionalProperty });
    }
  }
  return errors;
}

function leaves(errors, data, instancePath, names, types) {
  for (const name of names) {
    if (data[name] !== undefined && !types.includes(typeof data[name])) {
      errors = fault(errors, `${instancePath}/${name}`, 'type');
    }
  }
  return errors;
}

function choice(errors, data, instancePath, name, choices) {
  if (data[name] === undefined || choices.includes(data[name])) return errors;
  return fault(leaves(errors, data, instancePath, [name], ['string']), `${instancePath}/${name}`, 'enum');
}

function inner(errors, data, instancePath, names, validate) {
  for (const name of names) {
    if (data[name] !== undefined && !validate(data[name], { instancePath: `${instancePath}/${name}` })) {
      errors = joined(errors, validate.errors);
    }
  }
  return errors;
}

function each(errors, data, instancePath, name, check, of) {
  const list = data[name];
  const path = `${instancePath}/${name}`;
  if (list === undefined) return errors;
  return Array.isArray(list) ? check(errors, list, path, list.keys(), of) : fault(errors, path, 'type');
}

function object(validate, data, { instancePath = '' } = {}, check) {
  const isObject = typeof data === 'object' && data !== null && !Array.isArray(data);
  validate.errors = isObject ? check(null, instancePath) : fault(null, instancePath, 'type');
  return validate.errors === null;
}

function ofType(errors, data, instancePath, type, validate) {
  if (typeof data?.type !== 'string' || !type.test(data.type) || validate(data, { instancePath })) return errors;
  return joined(errors, validate.errors);
}

export const jobTemplateStructure: StructureValidator = validate21;
const pattern0 = new RegExp("^string$", "i");
const pattern1 = new RegExp("^path$", "i");
const pattern2 = new RegExp("^int$", "i");
const pattern3 = new RegExp("^float$", "i");
const pattern4 = new RegExp("^bool$", "i");
const pattern5 = new RegExp("^range_expr$", "i");
const pattern6 = new RegExp("^list\\[string\\]$", "i");
const pattern7 = new RegExp("^list\\[path\\]$", "i");
const pattern8 = new RegExp("^list\\[int\\]$", "i");
const pattern9 = new RegExp("^list\\[float\\]$", "i");
const pattern10 = new RegExp("^list\\[bool\\]$", "i");
const pattern11 = new RegExp("^list\\[list\\[int\\]\\]$", "i");
const pattern12 = new RegExp("^(?:string|path|int|float|bool|range_expr|list\\[string\\]|list\\[path\\]|list\\[int\\]|list\\[float\\]|list\\[bool\\]|list\\[list\\[int\\]\\])$", "i");

function validate26(data, at){
return object(validate26, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
vErrors = choice(vErrors, data, instancePath, "control", ["LINE_EDIT","MULTILINE_EDIT","DROPDOWN_LIST","CHECK_BOX","HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
return vErrors;
});
}


function validate25(data, at){
return object(validate25, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","allowedValues","minLength","maxLength","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description","default"], ["string"]);
vErrors = each(vErrors, data, instancePath, "allowedValues", leaves, ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["minLength","maxLength"], ["number"]);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate26);
return vErrors;
});
}


function validate31(data, at){
return object(validate31, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["label","patterns"], []);
vErrors = leaves(vErrors, data, instancePath, ["label"], ["string"]);
vErrors = each(vErrors, data, instancePath, "patterns", leaves, ["string"]);
return vErrors;
});
}


function validate30(data, at){
return object(validate30, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","fileFilters","fileFilterDefault"]);
vErrors = choice(vErrors, data, instancePath, "control", ["CHOOSE_INPUT_FILE","CHOOSE_OUTPUT_FILE","CHOOSE_DIRECTORY","DROPDOWN_LIST","HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
vErrors = each(vErrors, data, instancePath, "fileFilters", inner, validate31);
vErrors = inner(vErrors, data, instancePath, ["fileFilterDefault"], validate31);
return vErrors;
});
}


function validate29(data, at){
return object(validate29, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","allowedValues","minLength","maxLength","objectType","dataFlow","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description","default"], ["string"]);
vErrors = each(vErrors, data, instancePath, "allowedValues", leaves, ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["minLength","maxLength"], ["number"]);
vErrors = choice(vErrors, data, instancePath, "objectType", ["FILE","DIRECTORY"]);
vErrors = choice(vErrors, data, instancePath, "dataFlow", ["NONE","IN","OUT","INOUT"]);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate30);
return vErrors;
});
}


function validate37(data, at){
return object(validate37, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","singleStepDelta"]);
vErrors = choice(vErrors, data, instancePath, "control", ["SPIN_BOX","DROPDOWN_LIST","HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["singleStepDelta"], ["number"]);
return vErrors;
});
}


function validate36(data, at){
return object(validate36, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","allowedValues","minValue","maxValue","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["default"], ["number","string"]);
vErrors = each(vErrors, data, instancePath, "allowedValues", leaves, ["number","string"]);
vErrors = leaves(vErrors, data, instancePath, ["minValue","maxValue"], ["number","string"]);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate37);
return vErrors;
});
}


function validate41(data, at){
return object(validate41, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","decimals","singleStepDelta"]);
vErrors = choice(vErrors, data, instancePath, "control", ["SPIN_BOX","DROPDOWN_LIST","HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["decimals","singleStepDelta"], ["number"]);
return vErrors;
});
}


function validate40(data, at){
return object(validate40, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","allowedValues","minValue","maxValue","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["default"], ["number","string"]);
vErrors = each(vErrors, data, instancePath, "allowedValues", leaves, ["number","string"]);
vErrors = leaves(vErrors, data, instancePath, ["minValue","maxValue"], ["number","string"]);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate41);
return vErrors;
});
}


function validate45(data, at){
return object(validate45, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
vErrors = choice(vErrors, data, instancePath, "control", ["CHECK_BOX","HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
return vErrors;
});
}


function validate44(data, at){
return object(validate44, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["default"], ["boolean","number","string"]);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate45);
return vErrors;
});
}


function validate49(data, at){
return object(validate49, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
vErrors = choice(vErrors, data, instancePath, "control", ["LINE_EDIT","HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
return vErrors;
});
}


function validate48(data, at){
return object(validate48, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description","default"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["minLength","maxLength"], ["number"]);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate49);
return vErrors;
});
}


function validate53(data, at){
return object(validate53, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["allowedValues","minLength","maxLength"]);
vErrors = each(vErrors, data, instancePath, "allowedValues", leaves, ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["minLength","maxLength"], ["number"]);
return vErrors;
});
}


function validate55(data, at){
return object(validate55, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
vErrors = choice(vErrors, data, instancePath, "control", ["LINE_EDIT_LIST","HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
return vErrors;
});
}


function validate52(data, at){
return object(validate52, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","item","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
vErrors = each(vErrors, data, instancePath, "default", leaves, ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["minLength","maxLength"], ["number"]);
vErrors = inner(vErrors, data, instancePath, ["item"], validate53);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate55);
return vErrors;
});
}


function validate60(data, at){
return object(validate60, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","fileFilters","fileFilterDefault"]);
vErrors = choice(vErrors, data, instancePath, "control", ["CHOOSE_INPUT_FILE_LIST","CHOOSE_OUTPUT_FILE_LIST","CHOOSE_DIRECTORY_LIST","HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
vErrors = each(vErrors, data, instancePath, "fileFilters", inner, validate31);
vErrors = inner(vErrors, data, instancePath, ["fileFilterDefault"], validate31);
return vErrors;
});
}


function validate58(data, at){
return object(validate58, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","objectType","dataFlow","item","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
vErrors = each(vErrors, data, instancePath, "default", leaves, ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["minLength","maxLength"], ["number"]);
vErrors = choice(vErrors, data, instancePath, "objectType", ["FILE","DIRECTORY"]);
vErrors = choice(vErrors, data, instancePath, "dataFlow", ["NONE","IN","OUT","INOUT"]);
vErrors = inner(vErrors, data, instancePath, ["item"], validate53);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate60);
return vErrors;
});
}


function validate66(data, at){
return object(validate66, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["allowedValues","minValue","maxValue"]);
vErrors = each(vErrors, data, instancePath, "allowedValues", leaves, ["number"]);
vErrors = leaves(vErrors, data, instancePath, ["minValue","maxValue"], ["number"]);
return vErrors;
});
}


function validate68(data, at){
return object(validate68, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","singleStepDelta"]);
vErrors = choice(vErrors, data, instancePath, "control", ["SPIN_BOX_LIST","HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["singleStepDelta"], ["number"]);
return vErrors;
});
}


function validate65(data, at){
return object(validate65, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","item","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
vErrors = each(vErrors, data, instancePath, "default", leaves, ["number"]);
vErrors = leaves(vErrors, data, instancePath, ["minLength","maxLength"], ["number"]);
vErrors = inner(vErrors, data, instancePath, ["item"], validate66);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate68);
return vErrors;
});
}


function validate72(data, at){
return object(validate72, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["allowedValues","minValue","maxValue"]);
vErrors = each(vErrors, data, instancePath, "allowedValues", leaves, ["number"]);
vErrors = leaves(vErrors, data, instancePath, ["minValue","maxValue"], ["number"]);
return vErrors;
});
}


function validate74(data, at){
return object(validate74, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel","decimals","singleStepDelta"]);
vErrors = choice(vErrors, data, instancePath, "control", ["SPIN_BOX_LIST","HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["decimals","singleStepDelta"], ["number"]);
return vErrors;
});
}


function validate71(data, at){
return object(validate71, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","item","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
vErrors = each(vErrors, data, instancePath, "default", leaves, ["number"]);
vErrors = leaves(vErrors, data, instancePath, ["minLength","maxLength"], ["number"]);
vErrors = inner(vErrors, data, instancePath, ["item"], validate72);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate74);
return vErrors;
});
}


function validate78(data, at){
return object(validate78, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
vErrors = choice(vErrors, data, instancePath, "control", ["CHECK_BOX_LIST","HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
return vErrors;
});
}


function validate77(data, at){
return object(validate77, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
vErrors = each(vErrors, data, instancePath, "default", leaves, ["boolean","number","string"]);
vErrors = leaves(vErrors, data, instancePath, ["minLength","maxLength"], ["number"]);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate78);
return vErrors;
});
}


function validate82(data, at){
return object(validate82, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["minLength","maxLength","item"]);
vErrors = leaves(vErrors, data, instancePath, ["minLength","maxLength"], ["number"]);
vErrors = inner(vErrors, data, instancePath, ["item"], validate66);
return vErrors;
});
}


function validate85(data, at){
return object(validate85, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["control","label","groupLabel"]);
vErrors = choice(vErrors, data, instancePath, "control", ["HIDDEN"]);
vErrors = leaves(vErrors, data, instancePath, ["label","groupLabel"], ["string"]);
return vErrors;
});
}


function validate81(data, at){
return object(validate81, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["type","description","default","minLength","maxLength","item","userInterface"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
if(data.default !== undefined){
let data2 = data.default;
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
let data3 = data2[i0];
if(Array.isArray(data3)){
const len1 = data3.length;
for(let i1=0; i1<len1; i1++){
if(!(typeof data3[i1] == "number")){
vErrors = fault(vErrors, instancePath+"/default/" + i0+"/" + i1, "type");
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/default/" + i0, "type");
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/default", "type");
}
}
vErrors = leaves(vErrors, data, instancePath, ["minLength","maxLength"], ["number"]);
vErrors = inner(vErrors, data, instancePath, ["item"], validate82);
vErrors = inner(vErrors, data, instancePath, ["userInterface"], validate85);
return vErrors;
});
}


function validate24(data, {instancePath=""}={}){
let vErrors = null;
vErrors = ofType(vErrors, data, instancePath, pattern0, validate25);
vErrors = ofType(vErrors, data, instancePath, pattern1, validate29);
vErrors = ofType(vErrors, data, instancePath, pattern2, validate36);
vErrors = ofType(vErrors, data, instancePath, pattern3, validate40);
vErrors = ofType(vErrors, data, instancePath, pattern4, validate44);
vErrors = ofType(vErrors, data, instancePath, pattern5, validate48);
vErrors = ofType(vErrors, data, instancePath, pattern6, validate52);
vErrors = ofType(vErrors, data, instancePath, pattern7, validate58);
vErrors = ofType(vErrors, data, instancePath, pattern8, validate65);
vErrors = ofType(vErrors, data, instancePath, pattern9, validate71);
vErrors = ofType(vErrors, data, instancePath, pattern10, validate77);
vErrors = ofType(vErrors, data, instancePath, pattern11, validate81);
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = fault(vErrors, instancePath, "required", {missingProperty: "type"});
}
if(data.type !== undefined){
let data12 = data.type;
if(typeof data12 === "string"){
if(!pattern12.test(data12)){
vErrors = fault(vErrors, instancePath+"/type", "pattern");
}
}
else {
vErrors = fault(vErrors, instancePath+"/type", "type");
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
}
validate24.errors = vErrors;
return vErrors === null;
}


function validate93(data, at){
return object(validate93, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["mode"], ["notifyPeriodInSeconds"]);
vErrors = leaves(vErrors, data, instancePath, ["mode"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["notifyPeriodInSeconds"], ["number","string"]);
return vErrors;
});
}


function validate92(data, at){
return object(validate92, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["command"], ["args","timeout","cancelation"]);
vErrors = leaves(vErrors, data, instancePath, ["command"], ["string"]);
vErrors = each(vErrors, data, instancePath, "args", leaves, ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["timeout"], ["number","string"]);
vErrors = inner(vErrors, data, instancePath, ["cancelation"], validate93);
return vErrors;
});
}


function validate98(data, at){
return object(validate98, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["mode"], ["notifyPeriodInSeconds"]);
vErrors = leaves(vErrors, data, instancePath, ["mode"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["notifyPeriodInSeconds"], ["number","string"]);
return vErrors;
});
}


function validate97(data, at){
return object(validate97, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["command"], ["args","timeout","cancelation"]);
vErrors = leaves(vErrors, data, instancePath, ["command"], ["string"]);
vErrors = each(vErrors, data, instancePath, "args", leaves, ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["timeout"], ["number","string"]);
vErrors = inner(vErrors, data, instancePath, ["cancelation"], validate98);
return vErrors;
});
}


function validate101(data, at){
return object(validate101, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["command"], ["args","timeout","cancelation"]);
vErrors = leaves(vErrors, data, instancePath, ["command"], ["string"]);
vErrors = each(vErrors, data, instancePath, "args", leaves, ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["timeout"], ["number","string"]);
vErrors = inner(vErrors, data, instancePath, ["cancelation"], validate98);
return vErrors;
});
}


function validate91(data, at){
return object(validate91, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["onEnter","onExit","onWrapEnvEnter","onWrapTaskRun","onWrapEnvExit"]);
vErrors = inner(vErrors, data, instancePath, ["onEnter","onExit"], validate92);
vErrors = inner(vErrors, data, instancePath, ["onWrapEnvEnter"], validate97);
vErrors = inner(vErrors, data, instancePath, ["onWrapTaskRun"], validate101);
vErrors = inner(vErrors, data, instancePath, ["onWrapEnvExit"], validate97);
return vErrors;
});
}


function validate106(data, at){
return object(validate106, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name","type","data"], ["filename","runnable","endOfLine"]);
vErrors = leaves(vErrors, data, instancePath, ["name"], ["string"]);
vErrors = choice(vErrors, data, instancePath, "type", ["TEXT"]);
vErrors = leaves(vErrors, data, instancePath, ["filename"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["runnable"], ["boolean"]);
vErrors = leaves(vErrors, data, instancePath, ["data"], ["string"]);
vErrors = choice(vErrors, data, instancePath, "endOfLine", ["AUTO","LF","CRLF"]);
return vErrors;
});
}


function validate90(data, at){
return object(validate90, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["actions"], ["let","embeddedFiles"]);
vErrors = each(vErrors, data, instancePath, "let", leaves, ["string"]);
vErrors = inner(vErrors, data, instancePath, ["actions"], validate91);
vErrors = each(vErrors, data, instancePath, "embeddedFiles", inner, validate106);
return vErrors;
});
}


function validate89(data, at){
return object(validate89, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["description","script","variables"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
vErrors = inner(vErrors, data, instancePath, ["script"], validate90);
if(data.variables !== undefined){
let data3 = data.variables;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
for(const key1 in data3){
if(typeof data3[key1] !== "string"){
vErrors = joined(vErrors, [{instancePath:instancePath+"/variables/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),keyword:"type",params:{}}]);
}
}
}
else {
vErrors = fault(vErrors, instancePath+"/variables", "type");
}
}
return vErrors;
});
}


function validate111(data, at){
return object(validate111, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["dependsOn"], []);
vErrors = leaves(vErrors, data, instancePath, ["dependsOn"], ["string"]);
return vErrors;
});
}


function validate115(data, at){
return object(validate115, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["min","max"]);
vErrors = leaves(vErrors, data, instancePath, ["name"], ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["min","max"], ["number","string"]);
return vErrors;
});
}


function validate117(data, at){
return object(validate117, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["anyOf","allOf"]);
vErrors = leaves(vErrors, data, instancePath, ["name"], ["string"]);
vErrors = each(vErrors, data, instancePath, "anyOf", leaves, ["string"]);
vErrors = each(vErrors, data, instancePath, "allOf", leaves, ["string"]);
return vErrors;
});
}


function validate114(data, at){
return object(validate114, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, [], ["amounts","attributes"]);
vErrors = each(vErrors, data, instancePath, "amounts", inner, validate115);
vErrors = each(vErrors, data, instancePath, "attributes", inner, validate117);
return vErrors;
});
}

const pattern17 = new RegExp("^chunk\\[int\\]$", "i");
const pattern18 = new RegExp("^(?:int|float|string|path|chunk\\[int\\])$", "i");

function validate122(data, at){
return object(validate122, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name","range"], ["type"]);
vErrors = leaves(vErrors, data, instancePath, ["name"], ["string"]);
if(typeof data.range !== "string"){
vErrors = each(vErrors, data, instancePath, "range", leaves, ["number","string"]);
}
return vErrors;
});
}


function validate124(data, at){
return object(validate124, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name","range"], ["type"]);
vErrors = leaves(vErrors, data, instancePath, ["name"], ["string"]);
if(typeof data.range !== "string"){
vErrors = each(vErrors, data, instancePath, "range", leaves, ["number","string"]);
}
return vErrors;
});
}


function validate126(data, at){
return object(validate126, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name","range"], ["type"]);
vErrors = leaves(vErrors, data, instancePath, ["name"], ["string"]);
if(typeof data.range !== "string"){
vErrors = each(vErrors, data, instancePath, "range", leaves, ["string"]);
}
return vErrors;
});
}


function validate128(data, at){
return object(validate128, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name","range"], ["type"]);
vErrors = leaves(vErrors, data, instancePath, ["name"], ["string"]);
if(typeof data.range !== "string"){
vErrors = each(vErrors, data, instancePath, "range", leaves, ["string"]);
}
return vErrors;
});
}


function validate131(data, at){
return object(validate131, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["defaultTaskCount","rangeConstraint"], ["targetRuntimeSeconds"]);
vErrors = leaves(vErrors, data, instancePath, ["defaultTaskCount","targetRuntimeSeconds"], ["number","string"]);
vErrors = choice(vErrors, data, instancePath, "rangeConstraint", ["CONTIGUOUS","NONCONTIGUOUS"]);
return vErrors;
});
}


function validate130(data, at){
return object(validate130, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name","range","chunks"], ["type"]);
vErrors = leaves(vErrors, data, instancePath, ["name"], ["string"]);
if(typeof data.range !== "string"){
vErrors = each(vErrors, data, instancePath, "range", leaves, ["number","string"]);
}
vErrors = inner(vErrors, data, instancePath, ["chunks"], validate131);
return vErrors;
});
}


function validate121(data, {instancePath=""}={}){
let vErrors = null;
vErrors = ofType(vErrors, data, instancePath, pattern2, validate122);
vErrors = ofType(vErrors, data, instancePath, pattern3, validate124);
vErrors = ofType(vErrors, data, instancePath, pattern0, validate126);
vErrors = ofType(vErrors, data, instancePath, pattern1, validate128);
vErrors = ofType(vErrors, data, instancePath, pattern17, validate130);
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.type === undefined){
vErrors = fault(vErrors, instancePath, "required", {missingProperty: "type"});
}
if(data.type !== undefined){
let data5 = data.type;
if(typeof data5 === "string"){
if(!pattern18.test(data5)){
vErrors = fault(vErrors, instancePath+"/type", "pattern");
}
}
else {
vErrors = fault(vErrors, instancePath+"/type", "type");
}
}
}
else {
vErrors = fault(vErrors, instancePath, "type");
}
validate121.errors = vErrors;
return vErrors === null;
}


function validate120(data, at){
return object(validate120, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["taskParameterDefinitions"], ["combination"]);
vErrors = each(vErrors, data, instancePath, "taskParameterDefinitions", inner, validate121);
vErrors = leaves(vErrors, data, instancePath, ["combination"], ["string"]);
return vErrors;
});
}


function validate137(data, at){
return object(validate137, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["onRun"], []);
vErrors = inner(vErrors, data, instancePath, ["onRun"], validate92);
return vErrors;
});
}


function validate136(data, at){
return object(validate136, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["actions"], ["let","embeddedFiles"]);
vErrors = each(vErrors, data, instancePath, "let", leaves, ["string"]);
vErrors = inner(vErrors, data, instancePath, ["actions"], validate137);
vErrors = each(vErrors, data, instancePath, "embeddedFiles", inner, validate106);
return vErrors;
});
}


function validate142(data, at){
return object(validate142, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["script"], ["let","args","timeout","cancelation"]);
vErrors = each(vErrors, data, instancePath, "let", leaves, ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["script"], ["string"]);
vErrors = each(vErrors, data, instancePath, "args", leaves, ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["timeout"], ["number","string"]);
vErrors = inner(vErrors, data, instancePath, ["cancelation"], validate93);
return vErrors;
});
}


function validate110(data, at){
return object(validate110, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["name"], ["description","let","dependencies","stepEnvironments","hostRequirements","parameterSpace","script","bash","cmd","node","powershell","python"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
vErrors = each(vErrors, data, instancePath, "let", leaves, ["string"]);
vErrors = each(vErrors, data, instancePath, "dependencies", inner, validate111);
vErrors = each(vErrors, data, instancePath, "stepEnvironments", inner, validate89);
vErrors = inner(vErrors, data, instancePath, ["hostRequirements"], validate114);
vErrors = inner(vErrors, data, instancePath, ["parameterSpace"], validate120);
vErrors = inner(vErrors, data, instancePath, ["script"], validate136);
vErrors = inner(vErrors, data, instancePath, ["bash","cmd","node","powershell","python"], validate142);
return vErrors;
});
}


function validate23(data, at){
return object(validate23, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["specificationVersion","name","steps"], ["$schema","extensions","description","parameterDefinitions","jobEnvironments"]);
vErrors = choice(vErrors, data, instancePath, "specificationVersion", ["jobtemplate-2023-09"]);
vErrors = leaves(vErrors, data, instancePath, ["$schema"], ["string"]);
vErrors = each(vErrors, data, instancePath, "extensions", leaves, ["string"]);
vErrors = leaves(vErrors, data, instancePath, ["name","description"], ["string"]);
vErrors = each(vErrors, data, instancePath, "parameterDefinitions", inner, validate24);
vErrors = each(vErrors, data, instancePath, "jobEnvironments", inner, validate89);
vErrors = each(vErrors, data, instancePath, "steps", inner, validate110);
return vErrors;
});
}


function validate21(data, {instancePath=""}={}){
let vErrors = null;
if(!(validate23(data, {instancePath}))){
vErrors = joined(vErrors, validate23.errors);
}
validate21.errors = vErrors;
return vErrors === null;
}

export const environmentTemplateStructure: StructureValidator = validate151;

function validate152(data, at){
return object(validate152, data, at, (vErrors, instancePath) => {
vErrors = keys(vErrors, data, instancePath, ["specificationVersion","environment"], ["extensions","parameterDefinitions"]);
vErrors = choice(vErrors, data, instancePath, "specificationVersion", ["environment-2023-09"]);
vErrors = each(vErrors, data, instancePath, "extensions", leaves, ["string"]);
vErrors = each(vErrors, data, instancePath, "parameterDefinitions", inner, validate24);
vErrors = inner(vErrors, data, instancePath, ["environment"], validate89);
return vErrors;
});
}


function validate151(data, {instancePath=""}={}){
let vErrors = null;
if(!(validate152(data, {instancePath}))){
vErrors = joined(vErrors, validate152.errors);
}
validate151.errors = vErrors;
return vErrors === null;
}
